using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Layout;

namespace Interlock.Dashboard.Plots.Painting;

/// <summary>Draws the state strips: colour, pattern where it asks for attention, and the word where there is room.</summary>
internal static class StripPainter
{
    /// <summary>Narrowest drawn span: a stop of one tick in an hour must be seen.</summary>
    private const double NarrowestPx = 2;

    private const double PadPx = 4;

    public static void Paint(FigureLayout layout, ICanvas canvas)
    {
        for (int i = 0; i < layout.Figure.Strips.Count; i++)
        {
            StateStrip strip = layout.Figure.Strips[i];
            PlotBox row = new(layout.Left, layout.StripTop + (i * Lettering.StripRowPx), layout.Right - layout.Left, Lettering.StripRowPx - 3);
            string name = TextMeter.Fit(PlainText.Of(strip.Name), Lettering.TextPx, layout.Left - 16);
            canvas.Text(new PlotPoint(layout.Left - 8, row.Bottom - 4), name, new TextLook(Ink.Text, Lettering.TextPx, TextAnchor.End));
            Spans(layout, strip, row, canvas);
        }
    }

    /// <summary>Calm states first, so that a short alarming one is not covered by its neighbour.</summary>
    private static void Spans(FigureLayout layout, StateStrip strip, PlotBox row, ICanvas canvas)
    {
        foreach (IGrouping<StateKind, StateSpan> group in strip.Spans.GroupBy(span => span.Kind).OrderBy(group => Rank(group.Key)))
        {
            double drawnTo = double.NegativeInfinity;
            foreach (StateSpan span in group)
            {
                double from = Math.Clamp(layout.X.Px(span.From), row.X, row.Right), to = Math.Clamp(layout.X.Px(span.To), row.X, row.Right);
                bool isOutside = !(span.From < layout.X.To && span.To >= layout.X.From);
                if (isOutside || to <= drawnTo)
                {
                    continue;
                }

                from = Math.Min(from, row.Right - NarrowestPx);
                to = Math.Max(to, from + NarrowestPx);
                Span(canvas, new PlotBox(from, row.Y, to - from, row.Height), span);
                drawnTo = to;
            }
        }
    }

    private static void Span(ICanvas canvas, PlotBox box, StateSpan span)
    {
        string word = PlainText.Of(span.Text);
        canvas.Box(box, new Paint(Ink.FillOf(span.Kind)), word);
        canvas.Hatch(box, span.Kind);
        string text = box.Width > 3 * PadPx ? TextMeter.Fit(word, Lettering.SmallPx, box.Width - (2 * PadPx)) : "";
        if (text.Length > 0 && (text == word || text.Length > 3))
        {
            // The word stands on plain colour, not on the pattern.
            canvas.Box(new PlotBox(box.X + 2, box.Y + 1, TextMeter.Width(text, Lettering.SmallPx) + PadPx, box.Height - 2), new Paint(Ink.FillOf(span.Kind)));
            canvas.Text(new PlotPoint(box.X + PadPx, box.Bottom - 4), text, new TextLook(Ink.TextOn(span.Kind), Lettering.SmallPx));
        }
    }

    private static int Rank(StateKind kind) => kind switch
    {
        StateKind.Stopped => 4,
        StateKind.Held => 3,
        StateKind.Human => 2,
        StateKind.Changed => 1,
        _ => 0,
    };
}
