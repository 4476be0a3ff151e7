namespace Interlock.Dashboard.Reports.Facts;

/// <summary>A signal over the whole recording, exact; null where it has no number.</summary>
/// <param name="Key"><c>GROUP/NAME</c>.</param>
/// <param name="Unit">Symbol; empty for none.</param>
/// <param name="N">Values that are numbers.</param>
/// <param name="NotANumber">Values that are NaN.</param>
/// <param name="Min">Smallest.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Max">Largest.</param>
/// <param name="MaxAtS">About when it was largest, s since the start, to a bucket of the overview.</param>
/// <param name="Limit">Limit or threshold; null for none.</param>
internal sealed record NumberFacts(string Key, string Unit, long N, long NotANumber, double? Min, double? Mean, double? Max, double? MaxAtS, double? Limit);
