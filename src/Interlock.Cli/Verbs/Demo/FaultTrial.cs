namespace Interlock.Cli.Verbs.Demo;

/// <summary>One fault, twice: the same seed without and with the guard.</summary>
internal sealed record FaultTrial
{
    public required string Fault { get; init; }

    public required string Summary { get; init; }

    /// <summary>Time of the first wrong action, in seconds since the start of the episode.</summary>
    public required double OnsetS { get; init; }

    public required int OnsetStep { get; init; }

    public required double RateHz { get; init; }

    public required ArmRun Without { get; init; }

    public required ArmRun With { get; init; }

    public required DemoReaction Reaction { get; init; }

    /// <summary>Time from the onset to the first alarm, in seconds; null when none was raised.</summary>
    public double? FirstAlarmS => Reaction.FirstAlarm is { } alarm ? (alarm.Step - OnsetStep) / RateHz : null;
}
