namespace Interlock.Dashboard.Series;

/// <summary>A strip above the plots: what held when.</summary>
/// <param name="Name"><c>supervisor</c>, <c>verdict</c>, <c>source</c>, <c>certificate</c> or <c>task</c>.</param>
/// <param name="Spans">In the order of time.</param>
public sealed record ViewStrip(string Name, IReadOnlyList<ViewSpan> Spans);
