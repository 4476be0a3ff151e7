namespace Interlock.Policies.Scheduling;

/// <summary>What <see cref="ChunkScheduler.Accept"/> did.</summary>
/// <param name="Outcome">Accepted, or why not; a refused chunk leaves the plan as it was.</param>
/// <param name="SkippedRows">First rows of the chunk that were not used because their steps had been executed: the delay d, in policy steps.</param>
/// <param name="OverlapRows">Rows of the plan that the new chunk speaks of as well; what became of them is the blending's rule.</param>
/// <param name="DiscardedRows">Rows of the plan beyond the end of the new chunk that were discarded.</param>
/// <param name="SeamMax">Largest |seam| over the channels, in that channel's unit; NaN when no channel has a seam.</param>
/// <param name="SeamChannel">Index of that channel; −1 when there is none.</param>
public readonly record struct ChunkSplice(
    SpliceOutcome Outcome,
    int SkippedRows,
    int OverlapRows,
    int DiscardedRows,
    double SeamMax,
    int SeamChannel)
{
    /// <summary>True when the chunk is in the plan.</summary>
    public bool IsAccepted => Outcome == SpliceOutcome.Accepted;

    internal static ChunkSplice Refused(SpliceOutcome outcome, int skippedRows) => new(outcome, skippedRows, 0, 0, double.NaN, -1);
}
