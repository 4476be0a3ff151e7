namespace Interlock.Dashboard.Plots.Figures;

/// <summary>One state from one moment to another.</summary>
/// <param name="From">Where it begins on the horizontal axis.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Text">The word drawn in it where there is room; hover text in SVG.</param>
/// <param name="Kind">Its colour and pattern.</param>
public sealed record StateSpan(double From, double To, string Text, StateKind Kind);
