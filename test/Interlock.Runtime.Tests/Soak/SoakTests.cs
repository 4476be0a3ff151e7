using Interlock.Runtime.Clock;

namespace Interlock.Runtime.Tests.Soak;

/// <summary>
/// Thousands of faults on a virtual clock. <c>interlock-bench soak</c> does the same on the machine's clock with all threads;
/// <c>INTERLOCK_SOAK_FAULTS</c> sets the number of faults here.
/// </summary>
public sealed class SoakTests
{
    private static readonly SoakOptions Virtual = new()
    {
        IsLive = false,
        Channels = 3,
        ImagePx = 8,
        BurstTicks = 600,
        FaultEveryTicks = 40,
        LongestFaultTicks = 450,
        RecoverWithinTicks = 1500,
        GoodTicks = 100,
        PersonEveryTicks = 10,
        StopSettleMs = 20,
    };

    [Fact]
    public void After_any_mixture_of_faults_the_policy_moves_the_robot_again_and_no_command_leaves_the_contract()
    {
        long wanted = long.Parse(Environment.GetEnvironmentVariable("INTERLOCK_SOAK_FAULTS") ?? "4000", System.Globalization.CultureInfo.InvariantCulture);
        using SoakRun run = new(Virtual, new VirtualClock());
        SoakReport report = run.Run((faults, _) => faults >= wanted);

        Assert.True(report.Violation is null, report.Violation);
        Assert.True(report.Stuck is null, report.Stuck);
        Assert.Equal(report.ElapsedPeriods, report.Ticks + report.MissedTicks);
        Assert.DoesNotContain(0, report.Faults);
        Assert.DoesNotContain(0, report.StateTicks);
        Assert.Equal(0, report.StepsDropped);
        Assert.True(report.Commands > report.Ticks / 2, $"{report.Commands} commands in {report.Ticks} ticks");
    }

    [Fact]
    public void The_same_seed_gives_the_same_soak()
    {
        SoakReport[] reports = [.. Enumerable.Range(0, 2).Select(_ => RunShort(7))];
        Assert.Equal(reports[0].Ticks, reports[1].Ticks);
        Assert.Equal(reports[0].Faults, reports[1].Faults);
        Assert.Equal(reports[0].StateTicks, reports[1].StateTicks);
        Assert.NotEqual(reports[0].Faults, RunShort(8).Faults);
    }

    private static SoakReport RunShort(ulong seed)
    {
        using SoakRun run = new(Virtual with { Seed = seed }, new VirtualClock());
        return run.Run((faults, _) => faults >= 200);
    }
}
