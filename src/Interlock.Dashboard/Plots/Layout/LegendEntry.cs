using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Layout;

/// <summary>One word of the legend with the sample beside it.</summary>
/// <param name="Name">The word.</param>
/// <param name="Shape">What the sample looks like.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Stroke">Its line.</param>
internal sealed record LegendEntry(string Name, LegendShape Shape, Ink Ink, Stroke Stroke = Stroke.Solid);
