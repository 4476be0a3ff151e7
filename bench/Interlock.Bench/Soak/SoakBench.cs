using Interlock.Core.Text;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Tests.Soak;

namespace Interlock.Bench.Soak;

/// <summary>The whole loop at 1 kHz on the machine's clock with its policy, camera and recorder threads, and faults at random times.</summary>
internal static class SoakBench
{
    public const double DefaultMinutes = 30;

    // What pools and tables may still take after the first minutes; a leak of one object per tick is a hundred times that.
    private const long MostGrowthBytes = 4 << 20;
    private const int MostNewThreads = 4;

    private static readonly SoakOptions Live = new()
    {
        IsLive = true,
        BurstTicks = 4000,
        FaultEveryTicks = 250,
        LongestFaultTicks = 1000,
        RecoverWithinTicks = 8000,
        GoodTicks = 500,
        PersonEveryTicks = 100,
        StopSettleMs = 200,
    };

    /// <summary>True when nothing was wrong.</summary>
    public static bool Run(TextWriter output, double minutes, ulong seed)
    {
        using MonotonicClock clock = new();
        using SoakRun run = new(Live with { Seed = seed }, clock);
        SoakReport report = run.Run((_, elapsed) => elapsed.TotalMinutes >= minutes);
        Print(output, report);
        string[] wrong = [.. Findings(report)];
        foreach (string finding in wrong)
        {
            output.WriteLine($"WRONG  {finding}");
        }

        output.WriteLine(wrong.Length == 0 ? "ok" : $"{wrong.Length} findings");
        return wrong.Length == 0;
    }

    private static void Print(TextWriter output, SoakReport report)
    {
        output.WriteLine($"{report.Ticks} ticks and {report.MissedTicks} missed of {report.ElapsedPeriods} periods; {report.Commands} commands, each held against the contract");
        output.WriteLine($"{report.FaultCount} faults in {report.Bursts} stretches; the policy moved the robot again within {report.LongestRecoveryTicks} ms of the end of the last fault");
        output.WriteLine(string.Join(", ", report.Faults.Select((count, fault) => $"{EnumWord.Of((SoakFault)fault)} {count}")));
        output.WriteLine(string.Join(", ", report.StateTicks.Select((ticks, state) => $"{EnumWord.Of((SupervisorState)state)} {ticks / (double)report.Ticks:0.0%}")));
        output.WriteLine($"recorder: {report.StepsWritten} steps written, {report.StepsDropped} dropped while it was well");
        output.WriteLine($"managed heap {report.HeapBytes.Before} B after the first stretches, {report.HeapBytes.After} B at the end; threads {report.Threads.Before}, {report.Threads.After}");
    }

    private static IEnumerable<string> Findings(SoakReport report)
    {
        if (report.Violation is { } violation)
        {
            yield return $"a command left the contract: {violation}";
        }

        if (report.Stuck is { } stuck)
        {
            yield return $"it did not run again within {Live.RecoverWithinTicks} ms: {stuck}";
        }

        if (Math.Abs(report.Ticks + report.MissedTicks - report.ElapsedPeriods) > 1)
        {
            yield return $"{report.Ticks} ticks and {report.MissedTicks} missed do not make up {report.ElapsedPeriods} periods";
        }

        if (report.HeapBytes.After - report.HeapBytes.Before > MostGrowthBytes)
        {
            yield return $"the managed heap grew by {report.HeapBytes.After - report.HeapBytes.Before} B";
        }

        if (report.Threads.After - report.Threads.Before > MostNewThreads)
        {
            yield return $"{report.Threads.After - report.Threads.Before} threads more than at the beginning";
        }
    }
}
