namespace Interlock.Dashboard.Plots.Figures;

/// <summary>Bars standing on zero.</summary>
/// <param name="Edges">Edges on the horizontal axis, ascending, one more than heights.</param>
/// <param name="Heights">Height of each bar; NaN: none.</param>
public sealed record BarMark(ReadOnlyMemory<double> Edges, ReadOnlyMemory<double> Heights) : Mark;
