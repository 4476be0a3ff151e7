using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Layout;

/// <summary>Where everything of a figure lies, in px.</summary>
internal sealed class FigureLayout
{
    private const int NarrowestPx = 240, WidestPx = 8192, LowestPanelPx = 40, HighestPanelPx = 4096;
    private const double TickSpacingPx = 70, TickHeightPx = 44;
    private const double WidestMarginShare = 0.4;
    private const int FootnoteLines = 6;

    public FigureLayout(Figure figure)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(figure.WidthPx, NarrowestPx, nameof(figure));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(figure.WidthPx, WidestPx, nameof(figure));
        ArgumentOutOfRangeException.ThrowIfLessThan(figure.PanelHeightPx, LowestPanelPx, nameof(figure));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(figure.PanelHeightPx, HighestPanelPx, nameof(figure));
        Figure = figure;
        Width = figure.WidthPx;
        (double fromX, double toX) = HorizontalEnds(figure);
        VerticalExtent[] extents = [.. figure.Panels.Select(panel => new VerticalExtent(panel, fromX, toX))];
        IReadOnlyList<AxisTick>[] ticks = [.. extents.Select((extent, i) => NiceTicks.Of(
            figure.Panels[i].Y, extent.From, extent.To, (int)(PanelHeight(figure, i) / TickHeightPx)))];
        Left = LeftMargin(figure, ticks);
        Right = Width - Lettering.EdgePx - 6;
        X = new LinearScale(fromX, toX, Left, Right);
        XTicks = NiceTicks.Of(figure.X, fromX, toX, (int)((Right - Left) / TickSpacingPx));
        LegendRows = new LegendRows(Legend.Of(figure), Width - (2 * Lettering.EdgePx));

        double y = Lettering.EdgePx + Lettering.TitleRowPx + (figure.Subtitle.Length > 0 ? Lettering.RowPx : 0);
        LegendTop = y;
        y += (LegendRows.Count * Lettering.RowPx) + 6;
        StripTop = y;
        y += figure.Strips.Count * Lettering.StripRowPx;
        EventTop = y;
        y += figure.Events.Count > 0 ? Lettering.EventRowPx : 4;
        Frames = new PanelFrame[figure.Panels.Count];
        for (int i = 0; i < Frames.Count; i++)
        {
            y += figure.Panels[i].Title.Length > 0 || extents[i].Notes.Count > 0 ? Lettering.RowPx : 0;
            PlotBox box = new(Left, y, Right - Left, PanelHeight(figure, i));
            LinearScale scale = new(extents[i].From, extents[i].To, box.Bottom, box.Y);
            ((PanelFrame[])Frames)[i] = new PanelFrame(figure.Panels[i], box, scale, ticks[i], extents[i].Notes);
            y = box.Bottom + Lettering.PanelGapPx;
        }

        AxisTop = y - Lettering.PanelGapPx;
        y = AxisTop + 40;
        FootnoteTop = y;
        Footnote = TextMeter.Wrap(PlainText.Of(figure.Footnote), Lettering.SmallPx, Width - (2 * Lettering.EdgePx), FootnoteLines);
        Height = (int)Math.Ceiling(y + (Footnote.Count * Lettering.RowPx) + 4);
    }

    public Figure Figure { get; }

    public int Width { get; }

    public int Height { get; }

    public double Left { get; }

    public double Right { get; }

    public double LegendTop { get; }

    public double StripTop { get; }

    public double EventTop { get; }

    public double AxisTop { get; }

    public double FootnoteTop { get; }

    public LinearScale X { get; }

    public IReadOnlyList<AxisTick> XTicks { get; }

    public LegendRows LegendRows { get; }

    public IReadOnlyList<PanelFrame> Frames { get; }

    public IReadOnlyList<string> Footnote { get; }

    private static double PanelHeight(Figure figure, int panel) => Math.Max(LowestPanelPx, figure.PanelHeightPx * figure.Panels[panel].Weight);

    private static (double From, double To) HorizontalEnds(Figure figure)
    {
        AxisRange range = new();
        foreach (Mark mark in figure.Panels.SelectMany(panel => panel.Marks))
        {
            MarkRange.AddX(ref range, mark);
        }

        foreach (StateSpan span in figure.Strips.SelectMany(strip => strip.Spans))
        {
            range.Add(span.From);
            range.Add(span.To);
        }

        return range.Ends(figure.X, marginShare: 0);
    }

    private static double LeftMargin(Figure figure, IReadOnlyList<AxisTick>[] ticks)
    {
        const double TitleAndGapsPx = 34;
        double widest = figure.Strips.Select(strip => TextMeter.Width(strip.Name, Lettering.TextPx) + 20)
            .Concat(ticks.SelectMany(each => each).Select(tick => TextMeter.Width(tick.Text, Lettering.SmallPx) + TitleAndGapsPx))
            .DefaultIfEmpty(0).Max();
        return Math.Clamp(widest, 48, figure.WidthPx * WidestMarginShare);
    }
}
