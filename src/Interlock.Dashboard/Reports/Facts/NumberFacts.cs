namespace Interlock.Dashboard.Reports.Facts;

/// <summary>A signal over the whole recording, exact; null where it has no number.</summary>
internal sealed record NumberFacts(string Key, string Unit, long N, long NotANumber, double? Min, double? Mean, double? Max, double? Limit);
