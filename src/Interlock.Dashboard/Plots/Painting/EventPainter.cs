using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Layout;

namespace Interlock.Dashboard.Plots.Painting;

/// <summary>Draws events: a triangle and its word above the panels, a thin line through them.</summary>
internal static class EventPainter
{
    private const double NearestPx = 3;

    public static void Paint(FigureLayout layout, ICanvas canvas)
    {
        double freeFrom = layout.Left;
        double y = layout.EventTop + Lettering.EventRowPx - 3;
        List<(double X, EventMark Mark)> drawn = Apart(layout);
        for (int i = 0; i < drawn.Count; i++)
        {
            (double x, EventMark mark) = drawn[i];
            string text = PlainText.Of(mark.Text);
            Triangle(canvas, x, y, mark.Ink, text);
            foreach (PanelFrame frame in layout.Frames)
            {
                canvas.Line([new(x, frame.Box.Y), new(x, frame.Box.Bottom)], new Pen(mark.Ink, 1, Stroke.Dotted));
            }

            double freeTo = i + 1 < drawn.Count ? drawn[i + 1].X - 6 : layout.Right;
            freeFrom = Word(canvas, new PlotPoint(x, y), text, freeFrom, freeTo);
        }
    }

    /// <summary>Of events that would lie on each other the first is drawn.</summary>
    private static List<(double X, EventMark Mark)> Apart(FigureLayout layout)
    {
        List<(double X, EventMark Mark)> apart = [];
        foreach (EventMark mark in layout.Figure.Events.Where(mark => layout.X.Contains(mark.At)).OrderBy(mark => mark.At))
        {
            double x = layout.X.Px(mark.At);
            if (apart.Count == 0 || x >= apart[^1].X + NearestPx)
            {
                apart.Add((x, mark));
            }
        }

        return apart;
    }

    public static void Triangle(ICanvas canvas, double x, double y, Ink ink, string hover) =>
        canvas.Area([new(x - 4, y - 7), new(x + 4, y - 7), new(x, y)], new Paint(ink), hover);

    private static double Word(ICanvas canvas, PlotPoint tip, string text, double freeFrom, double freeTo)
    {
        double width = TextMeter.Width(text, Lettering.SmallPx);
        bool isRight = tip.X + 6 + width <= freeTo;
        double from = isRight ? tip.X + 6 : tip.X - 6 - width;
        if (text.Length == 0 || from < freeFrom)
        {
            return Math.Max(freeFrom, tip.X + 6);
        }

        TextAnchor anchor = isRight ? TextAnchor.Start : TextAnchor.End;
        canvas.Text(new PlotPoint(isRight ? from : tip.X - 6, tip.Y), text, new TextLook(Ink.Text, Lettering.SmallPx, anchor));
        return Math.Max(from + width, tip.X) + 8;
    }
}
