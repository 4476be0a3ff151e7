namespace Interlock.Dashboard.Reports.Facts;

/// <summary>How often a code came up on a channel.</summary>
internal sealed record CodeCountFacts(string Kind, string Code, string? Channel, long Count);
