namespace Interlock.Dashboard.Reports.Facts;

/// <summary>A sentence that the run wrote for people.</summary>
internal sealed record TextFacts(double T, string Level, string Source, string Message);
