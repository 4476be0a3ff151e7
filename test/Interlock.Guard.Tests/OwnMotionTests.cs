namespace Interlock.Guard.Tests;

/// <summary>Steps that are not the policy's: limits hold, the policy's monitors look away.</summary>
public sealed class OwnMotionTests
{
    private const int Steps = 60;

    [Fact]
    public void A_hold_is_not_taken_for_a_policy_that_stands_still()
    {
        Assert.Equal(1, Stall(isNotOfPolicy: false));
        Assert.Equal(0, Stall(isNotOfPolicy: true));
    }

    [Fact]
    public void Limits_hold_whoever_moves()
    {
        ActionGuard guard = new(Contract());
        double[] safe = new double[1];
        guard.BeginEpisode([0]);
        StepResult result = guard.Step([5], new StepInput { IsNotOfPolicy = true }, safe);
        Assert.Equal(Verdict.Clip, result.Verdict);
        Assert.InRange(safe[0], 0, 0.1);
    }

    [Fact]
    public void Differences_do_not_cross_what_was_not_the_policys()
    {
        ActionGuard guard = new(Contract());
        double[] safe = new double[1];
        int rate = guard.Monitors.Select((monitor, index) => (monitor.Name, index)).First(item => item.Name == "total_variation_rate").index;
        guard.BeginEpisode([0]);
        for (int step = 0; step < Steps; step++)
        {
            guard.Step([step * 0.01], default, safe);
        }

        double before = guard.MonitorValue(rate);
        guard.Step([0], new StepInput { IsNotOfPolicy = true }, safe);
        for (int step = 0; step < Steps; step++)
        {
            guard.Step([-0.4 + (step * 0.01)], default, safe);
        }

        Assert.Equal(before, guard.MonitorValue(rate), 1e-9);
    }

    private static double Stall(bool isNotOfPolicy)
    {
        ActionGuard guard = new(Contract());
        double[] safe = new double[1];
        int stall = guard.Monitors.Select((monitor, index) => (monitor.Name, index)).First(item => item.Name == "stall").index;
        guard.BeginEpisode([0]);
        for (int step = 0; step < Steps; step++)
        {
            guard.Step([step * 0.01], default, safe);
        }

        for (int step = 0; step < Steps; step++)
        {
            guard.Step([Steps * 0.01], new StepInput { IsNotOfPolicy = isNotOfPolicy }, safe);
        }

        return guard.MonitorValue(stall);
    }

    private static Core.Contract.SafetyContract Contract() => new()
    {
        Name = "one",
        RateHz = 30,
        Space = Core.Contract.ActionSpace.JointPosition,
        Channels = [new Core.Contract.ChannelContract { Name = "j", Min = -1, Max = 1, MaxStep = 0.1 }],
    };
}
