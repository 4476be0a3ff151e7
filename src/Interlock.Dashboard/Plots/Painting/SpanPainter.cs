using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Layout;

namespace Interlock.Dashboard.Plots.Painting;

/// <summary>Shades spans behind a panel; spans that touch on the screen become one.</summary>
internal static class SpanPainter
{
    private const double NarrowestPx = 1;

    public static void Paint(FigureLayout layout, PlotBox box, ICanvas canvas)
    {
        foreach (IGrouping<(string Name, Ink Ink), ShadedSpan> group in layout.Figure.Spans.GroupBy(span => (span.Name, span.Ink)))
        {
            foreach ((double from, double to) in Merged(layout, box, group))
            {
                canvas.Box(new PlotBox(from, box.Y, to - from, box.Height), new Paint(group.Key.Ink, MarkPainter.ShadeOpacity));
            }
        }
    }

    private static IEnumerable<(double From, double To)> Merged(FigureLayout layout, PlotBox box, IEnumerable<ShadedSpan> spans)
    {
        (double From, double To)? open = null;
        foreach (ShadedSpan span in spans.Where(span => span.From <= layout.X.To && span.To >= layout.X.From).OrderBy(span => span.From))
        {
            double from = Math.Clamp(layout.X.Px(span.From), box.X, box.Right - NarrowestPx);
            double to = Math.Clamp(layout.X.Px(span.To), from + NarrowestPx, box.Right);
            if (open is { } last && from > last.To)
            {
                yield return last;
                open = null;
            }

            open = open is { } before ? (before.From, Math.Max(before.To, to)) : (from, to);
        }

        if (open is { } end)
        {
            yield return end;
        }
    }
}
