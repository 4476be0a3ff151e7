namespace Interlock.Guard.Reports;

/// <summary>What happened on one channel.</summary>
/// <param name="Interventions">Steps on which the guard changed the channel.</param>
/// <param name="LargestClip">Largest change, in channel units.</param>
/// <param name="LargestMotion">Largest executed change of the command in one step, in channel units.</param>
/// <param name="SmallestMargin">Smallest distance of an executed command to a bound, in channel units; +∞ without bounds.</param>
public readonly record struct ChannelTally(long Interventions, double LargestClip, double LargestMotion, double SmallestMargin);
