using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Drawing;

/// <summary>How an area is filled.</summary>
internal readonly record struct Paint(Ink Ink, double Opacity = 1);
