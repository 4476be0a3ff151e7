using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Drawing;

/// <summary>Something that can be drawn on; all places are finite and inside the picture.</summary>
internal interface ICanvas
{
    /// <summary>Fills a box; the hover text is shown where the medium can.</summary>
    void Box(PlotBox box, Paint paint, string hover = "");

    /// <summary>Draws the pattern of a state over a box.</summary>
    void Hatch(PlotBox box, StateKind kind);

    void Line(ReadOnlySpan<PlotPoint> points, Pen pen);

    /// <summary>Fills a closed outline and draws its edge where it has one.</summary>
    void Area(ReadOnlySpan<PlotPoint> outline, Paint paint, string hover = "", Pen? edge = null);

    void Text(PlotPoint at, string text, TextLook look);
}
