using Interlock.Core.Contract;

namespace Interlock.Runtime.Replay;

/// <summary>What a replay of a flight recording found.</summary>
public sealed record GuardReplayResult
{
    /// <summary>Most differences and most interventions that are listed; all are counted.</summary>
    public const int MostListed = 10;

    /// <summary>What the guard kept.</summary>
    public required SafetyContract Contract { get; init; }

    /// <summary>Control ticks in the recording.</summary>
    public required long Ticks { get; init; }

    /// <summary>Ticks at which the guard was called.</summary>
    public required long Steps { get; init; }

    /// <summary>Steps whose verdict and whose command, bit for bit, are those of the recording.</summary>
    public required long Identical { get; init; }

    /// <summary>Steps between a gap in the recording and the next episode: what the guard remembered there is not known.</summary>
    public required long NotComparable { get; init; }

    /// <summary>Recorded steps that the guard changed or refused.</summary>
    public required long RecordedInterventions { get; init; }

    /// <summary>Replayed steps that the guard changed or refused.</summary>
    public required long ReplayedInterventions { get; init; }

    /// <summary>First tick at which the replayed guard is latched and the recorded one did not stop; null without one.</summary>
    public long? LatchedAtTick { get; init; }

    /// <summary>The first differences.</summary>
    public required IReadOnlyList<ReplayedDifference> Differences { get; init; }

    /// <summary>The first interventions of the replay; one that goes on from step to step is listed once.</summary>
    public required IReadOnlyList<ReplayedIntervention> Interventions { get; init; }

    /// <summary>Steps that could be compared.</summary>
    public long Compared => Steps - NotComparable;

    /// <summary>True when there was something to compare and all of it agrees.</summary>
    public bool IsIdentical => Compared > 0 && Identical == Compared;
}
