namespace Interlock.Policies.Scheduling;

/// <summary>What became of a chunk.</summary>
public enum SpliceOutcome
{
    /// <summary>It is in the plan.</summary>
    Accepted,

    /// <summary>It has no rows.</summary>
    Empty,

    /// <summary>It answers an older observation than the chunk in use, or one from before the plan was abandoned.</summary>
    OutOfOrder,

    /// <summary>More steps were executed since its observation than <see cref="ChunkScheduleOptions.MaxStaleSteps"/> allows.</summary>
    Stale,

    /// <summary>Every row of it is meant for a step that is over.</summary>
    TooLate,

    /// <summary>It claims an observation of a step that has not been reached; a reply from an episode before, for instance.</summary>
    AheadOfTime,
}
