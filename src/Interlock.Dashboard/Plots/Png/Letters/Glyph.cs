using Interlock.Dashboard.Plots.Drawing;

namespace Interlock.Dashboard.Plots.Png.Letters;

/// <summary>One letter as pen strokes, in units right of its left edge and above its baseline.</summary>
internal sealed record Glyph(double Advance, IReadOnlyList<PlotPoint[]> Strokes);
