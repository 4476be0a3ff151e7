namespace Interlock.Dashboard.Reports.Facts;

/// <summary>How the recorded commands moved, step by step.</summary>
/// <param name="Commands">Commands.</param>
/// <param name="Compared">Commands that were compared with the one before, or with the measured state where a motion begins.</param>
/// <param name="NotANumber">Commands with a value that is no finite number.</param>
/// <param name="Unanchored">Beginnings of a motion without a measured state, of chunks that a proxy passed on, or beyond those that are looked up.</param>
/// <param name="Extremes">One for each limit of the contract that was ever put to the test.</param>
internal sealed record MotionFacts(long Commands, long Compared, long NotANumber, long Unanchored, IReadOnlyList<MotionExtreme> Extremes);
