namespace Interlock.Recording.Overview;

/// <summary>A time over which a discrete word held.</summary>
/// <param name="FromS">Beginning, s since the start of the recording.</param>
/// <param name="ToS">End: the beginning of the next span, or the newest step.</param>
/// <param name="Word">The word. Where changes are hidden, the one that stands last in the track's list, which is the gravest.</param>
/// <param name="Hidden">Changes inside that were too many to keep; 0 when the word held all the time.</param>
public sealed record OverviewSpan(double FromS, double ToS, string Word, int Hidden);
