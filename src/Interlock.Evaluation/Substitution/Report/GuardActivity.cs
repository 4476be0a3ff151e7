namespace Interlock.Evaluation.Substitution.Report;

/// <summary>What one guard did in the replays of one substitution.</summary>
public sealed record GuardActivity
{
    /// <summary>Name of the guard.</summary>
    public required string Guard { get; init; }

    /// <summary>What it sees.</summary>
    public required GuardedSignal Signal { get; init; }

    /// <summary>Episodes in which the task was done although or because the guard was there.</summary>
    public required int Successes { get; init; }

    /// <summary>
    /// Episodes in which it did no more than in their raw replay: no alarm, no hold, no stop, no more steps changed. In the raw row, the
    /// episodes without an alarm, hold or stop.
    /// </summary>
    public required int SilentEpisodes { get; init; }

    /// <summary>Episodes with an alarm.</summary>
    public required int AlarmedEpisodes { get; init; }

    /// <summary>Episodes that it stopped.</summary>
    public required int StoppedEpisodes { get; init; }

    /// <summary>Steps whose command it changed.</summary>
    public required int ChangedSteps { get; init; }

    /// <summary>Steps whose command it did not use.</summary>
    public required int HeldSteps { get; init; }

    /// <summary>Steps after a stop.</summary>
    public required int StoppedSteps { get; init; }

    /// <summary>Alarms that began.</summary>
    public required int Alarms { get; init; }

    /// <summary>Median time of the first alarm, hold or stop over the episodes that have one, in seconds; null when none has.</summary>
    public required double? MedianFirstAlarmS { get; init; }
}
