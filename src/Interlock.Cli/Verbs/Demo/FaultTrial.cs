using Interlock.Core.Episodes;
using Interlock.Runtime.Worlds;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>One fault, twice: the same seed without a guard, and in the deployed loop.</summary>
internal sealed record FaultTrial
{
    public required string Fault { get; init; }

    public required string Summary { get; init; }

    /// <summary>Time of the first wrong action, in seconds since the start of the episode.</summary>
    public required double OnsetS { get; init; }

    public required int OnsetStep { get; init; }

    public required double RateHz { get; init; }

    /// <summary>What the policy commanded without a guard.</summary>
    public required Episode Unguarded { get; init; }

    public required ArmRun Without { get; init; }

    public required ArmRun With { get; init; }

    public required DemoReaction Reaction { get; init; }

    /// <summary>How the guarded run ended.</summary>
    public required TrialEnd End { get; init; }

    /// <summary>Times that the person beside the arm was needed and said go on.</summary>
    public int Answers { get; init; }

    /// <summary>Code of what ended it; null when the policy was in charge to the end.</summary>
    public string? EndCode { get; init; }

    /// <summary>Time from the onset to the first alarm, in seconds; null when none was raised.</summary>
    public double? FirstAlarmS => Reaction.FirstAlarm is { } alarm ? (alarm.Step - OnsetStep) / RateHz : null;
}
