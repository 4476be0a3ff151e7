namespace Interlock.Dashboard.Reports.Facts;

/// <summary>Something that happened.</summary>
internal sealed record EventFacts(double T, long Tick, string Kind, string Code, string? Channel, double? Value, double? Limit, string Text, long Count);
