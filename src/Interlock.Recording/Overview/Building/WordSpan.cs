namespace Interlock.Recording.Overview.Building;

/// <summary>A word from a time on.</summary>
/// <param name="FromNs">ns since the start.</param>
/// <param name="Word">Index of the word; the largest of those that are hidden in it.</param>
/// <param name="Last">Index of the word at its end.</param>
/// <param name="Hidden">Changes inside.</param>
internal readonly record struct WordSpan(long FromNs, int Word, int Last, int Hidden);
