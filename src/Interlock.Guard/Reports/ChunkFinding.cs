namespace Interlock.Guard.Reports;

/// <summary>What a chunk would meet if it were executed now.</summary>
/// <param name="Steps">Rows in the chunk.</param>
/// <param name="ChangedSteps">Rows that the guard would change or not use.</param>
/// <param name="FirstChangedStep">First such row; −1 when there is none.</param>
/// <param name="LargestClipFraction">Largest change relative to a channel's span; +∞ for an unusable row.</param>
public readonly record struct ChunkFinding(int Steps, int ChangedSteps, int FirstChangedStep, double LargestClipFraction);
