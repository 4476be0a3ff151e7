namespace Interlock.Cli.Verbs.Demo;

/// <summary>What a guard did about a fault.</summary>
internal sealed record DemoReaction
{
    /// <summary>The first alarm at or after the onset; null when none was raised.</summary>
    public DemoAlarm? FirstAlarm { get; init; }

    /// <summary>Alarms before the onset, each of which was false.</summary>
    public int FalseAlarms { get; init; }

    /// <summary>The strongest verdict: pass, clip, hold or stop.</summary>
    public required string Verdict { get; init; }

    /// <summary>Steps whose command was changed or replaced.</summary>
    public int ChangedSteps { get; init; }
}
