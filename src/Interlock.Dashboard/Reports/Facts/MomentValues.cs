namespace Interlock.Dashboard.Reports.Facts;

/// <summary>One channel at one step; null where the step has no such value.</summary>
internal sealed record MomentValues(string Unit, double? Policy, double? Guarded, double? Executed, double? State, double? Min, double? Max);
