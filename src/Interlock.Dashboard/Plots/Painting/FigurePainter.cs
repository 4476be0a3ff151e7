using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Layout;

namespace Interlock.Dashboard.Plots.Painting;

/// <summary>Draws a whole figure.</summary>
internal static class FigurePainter
{
    public static void Paint(FigureLayout layout, ICanvas canvas)
    {
        canvas.Box(new PlotBox(0, 0, layout.Width, layout.Height), new Paint(Ink.Of(InkRole.Paper)));
        Headlines(layout, canvas);
        LegendPainter.Paint(layout, canvas);
        StripPainter.Paint(layout, canvas);
        foreach (PanelFrame frame in layout.Frames)
        {
            PanelPainter.Paint(layout, frame, canvas);
        }

        EventPainter.Paint(layout, canvas);
        HorizontalAxis(layout, canvas);
        for (int i = 0; i < layout.Footnote.Count; i++)
        {
            PlotPoint at = new(Lettering.EdgePx, layout.FootnoteTop + (i * Lettering.RowPx) + 10);
            canvas.Text(at, layout.Footnote[i], new TextLook(Ink.Quiet, Lettering.SmallPx));
        }
    }

    private static void Headlines(FigureLayout layout, ICanvas canvas)
    {
        double room = layout.Width - (2 * Lettering.EdgePx);
        double y = Lettering.EdgePx + Lettering.TitlePx;
        string title = TextMeter.Fit(PlainText.Of(layout.Figure.Title), Lettering.TitlePx, room, isBold: true);
        canvas.Text(new PlotPoint(Lettering.EdgePx, y), title, new TextLook(Ink.Text, Lettering.TitlePx, IsBold: true));
        string subtitle = TextMeter.Fit(PlainText.Of(layout.Figure.Subtitle), Lettering.TextPx, room);
        if (subtitle.Length > 0)
        {
            canvas.Text(new PlotPoint(Lettering.EdgePx, y + Lettering.RowPx + 2), subtitle, new TextLook(Ink.Quiet, Lettering.TextPx));
        }
    }

    private static void HorizontalAxis(FigureLayout layout, ICanvas canvas)
    {
        double y = layout.AxisTop;
        double free = 0;
        foreach (AxisTick tick in layout.XTicks)
        {
            string text = PlainText.Of(tick.Text);
            double half = TextMeter.Width(text, Lettering.SmallPx) / 2;
            double x = Math.Min(layout.X.Px(tick.Value), layout.Width - half - 2);
            if (x - half >= free)
            {
                canvas.Text(new PlotPoint(x, y + 16), text, new TextLook(Ink.Quiet, Lettering.SmallPx, TextAnchor.Middle));
                free = x + half + 6;
            }
        }

        string label = PlainText.Of(Title(layout));
        canvas.Text(new PlotPoint((layout.Left + layout.Right) / 2, y + 33), label, new TextLook(Ink.Text, Lettering.TextPx, TextAnchor.Middle));
    }

    private static string Title(FigureLayout layout) =>
        layout.Figure.X.Kind == AxisKind.Time && layout.X.To > TickText.MinutesFromS
            ? $"{layout.Figure.X.Title} [min:s]"
            : layout.Figure.X.Label;
}
