using Interlock.Runtime.Worlds;

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

    /// <summary>What the deployed loop did about it.</summary>
    public static DemoReaction Of(TableTrialResult trial, int onsetStep) => new()
    {
        FirstAlarm = trial is { HadOnset: true, FirstAlarm: { } alarm }
            ? new DemoAlarm(onsetStep + (int)alarm.Ticks, alarm.Code, alarm.Name ?? RefusalWords.Of(alarm.Code))
            : null,
        FalseAlarms = trial.FalseAlarms,
        Verdict = trial.Verdict.ToString().ToLowerInvariant(),
        ChangedSteps = trial.ChangedTicks,
    };
}
