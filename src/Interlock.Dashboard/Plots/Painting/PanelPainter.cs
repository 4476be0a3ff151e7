using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Layout;

namespace Interlock.Dashboard.Plots.Painting;

/// <summary>Draws one panel: shading, grid, marks, frame, numbers.</summary>
internal static class PanelPainter
{
    private const double ChunkTickPx = 6;
    private const double NearestChunkPx = 3;

    public static void Paint(FigureLayout layout, PanelFrame frame, ICanvas canvas)
    {
        SpanPainter.Paint(layout, frame.Box, canvas);
        Grid(layout, frame, canvas);
        MarkPainter painter = new(canvas, layout.X, frame.Y, frame.Box);
        foreach (Mark mark in frame.Panel.Marks.OrderBy(mark => mark is LimitMark ? 0 : 1))
        {
            painter.Paint(mark);
        }

        Chunks(layout, frame.Box, canvas);
        Frame(frame.Box, canvas);
        Words(frame, canvas);
    }

    private static void Grid(FigureLayout layout, PanelFrame frame, ICanvas canvas)
    {
        Pen pen = new(Ink.Of(InkRole.Grid), 1);
        foreach (AxisTick tick in frame.Ticks)
        {
            double y = frame.Y.Px(tick.Value);
            canvas.Line([new(frame.Box.X, y), new(frame.Box.Right, y)], pen);
        }

        foreach (AxisTick tick in layout.XTicks)
        {
            double x = layout.X.Px(tick.Value);
            canvas.Line([new(x, frame.Box.Y), new(x, frame.Box.Bottom)], pen);
        }
    }

    private static void Chunks(FigureLayout layout, PlotBox box, ICanvas canvas)
    {
        double last = double.NegativeInfinity;
        foreach (double place in layout.Figure.ChunkTicks.Where(layout.X.Contains).Order())
        {
            double x = layout.X.Px(place);
            if (x >= last + NearestChunkPx)
            {
                canvas.Line([new(x, box.Bottom - ChunkTickPx), new(x, box.Bottom)], new Pen(Ink.Quiet, 1));
                last = x;
            }
        }
    }

    private static void Frame(PlotBox box, ICanvas canvas) =>
        canvas.Line([new(box.X, box.Y), new(box.X, box.Bottom), new(box.Right, box.Bottom)], new Pen(Ink.Of(InkRole.Frame), 1));

    private static void Words(PanelFrame frame, ICanvas canvas)
    {
        PlotBox box = frame.Box;
        foreach (AxisTick tick in frame.Ticks)
        {
            string text = TextMeter.Fit(PlainText.Of(tick.Text), Lettering.SmallPx, box.X - 30);
            canvas.Text(new PlotPoint(box.X - 6, frame.Y.Px(tick.Value) + 4), text, new TextLook(Ink.Quiet, Lettering.SmallPx, TextAnchor.End));
        }

        string label = TextMeter.Fit(PlainText.Of(frame.Panel.Y.Label), Lettering.TextPx, box.Height + 8);
        PlotPoint middle = new(Lettering.EdgePx + 8, box.Y + (box.Height / 2));
        canvas.Text(middle, label, new TextLook(Ink.Text, Lettering.TextPx, TextAnchor.Middle, IsUpward: true));

        string notes = TextMeter.Fit(PlainText.Of(string.Join("   ", frame.Notes)), Lettering.SmallPx, box.Width / 2);
        double room = box.Width - TextMeter.Width(notes, Lettering.SmallPx) - 12;
        string title = TextMeter.Fit(PlainText.Of(frame.Panel.Title), Lettering.TextPx, room, isBold: true);
        canvas.Text(new PlotPoint(box.X, box.Y - 5), title, new TextLook(Ink.Text, Lettering.TextPx, IsBold: true));
        canvas.Text(new PlotPoint(box.Right, box.Y - 5), notes, new TextLook(Ink.Limit, Lettering.SmallPx, TextAnchor.End));
    }
}
