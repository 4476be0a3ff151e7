namespace Interlock.Dashboard.Plots.Figures;

/// <summary>A discrete thing over time: one row of labelled spans above the panels.</summary>
/// <param name="Name">Its name at the left, for example "verdict".</param>
/// <param name="Spans">Spans in ascending order.</param>
public sealed record StateStrip(string Name, IReadOnlyList<StateSpan> Spans);
