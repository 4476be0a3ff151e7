using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Layout;

namespace Interlock.Dashboard.Plots.Painting;

/// <summary>Draws the legend under the headline.</summary>
internal static class LegendPainter
{
    public static void Paint(FigureLayout layout, ICanvas canvas)
    {
        foreach ((double x, int row, LegendEntry entry) in layout.LegendRows.Places)
        {
            PlotBox sample = new(Lettering.EdgePx + x, layout.LegendTop + (row * Lettering.RowPx) + 4, Lettering.SamplePx, 10);
            Sample(canvas, sample, entry);
            canvas.Text(new PlotPoint(sample.Right + 6, sample.Bottom - 1), entry.Name, new TextLook(Ink.Text, Lettering.TextPx));
        }
    }

    private static void Sample(ICanvas canvas, PlotBox box, LegendEntry entry)
    {
        double middle = box.Y + (box.Height / 2), centre = box.X + (box.Width / 2);
        switch (entry.Shape)
        {
            case LegendShape.Patch:
                canvas.Box(box, new Paint(entry.Ink, MarkPainter.ShadeOpacity));
                break;
            case LegendShape.Limits:
                canvas.Box(box, new Paint(entry.Ink, MarkPainter.LimitOpacity));
                canvas.Line([new(box.X, box.Y), new(box.Right, box.Y)], MarkPainter.LimitPen);
                canvas.Line([new(box.X, box.Bottom), new(box.Right, box.Bottom)], MarkPainter.LimitPen);
                break;
            case LegendShape.Point:
                MarkPainter.Dot(canvas, new PlotPoint(centre, middle), entry.Ink);
                break;
            case LegendShape.Tick:
                canvas.Line([new(centre, box.Y), new(centre, box.Bottom)], new Pen(entry.Ink, 1));
                break;
            case LegendShape.Event:
                EventPainter.Triangle(canvas, centre, middle + 3, entry.Ink, "");
                break;
            default:
                canvas.Line([new(box.X, middle), new(box.Right, middle)], new Pen(entry.Ink, entry.Stroke == Stroke.Bold ? 2.5 : 1.5, entry.Stroke));
                break;
        }
    }
}
