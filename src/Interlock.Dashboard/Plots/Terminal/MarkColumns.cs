using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Terminal;

/// <summary>The values of a mark in each column of dots.</summary>
internal static class MarkColumns
{
    public static ColumnSpan[] Of(Mark mark, LinearScale x, int columns)
    {
        ColumnSpan[] spans = Enumerable.Repeat(ColumnSpan.Empty, columns).ToArray();
        if (mark is BandMark band)
        {
            Band(spans, band, x);
        }
        else if (mark is LineMark line)
        {
            Line(spans, line, x);
        }

        return spans;
    }

    private static void Band(ColumnSpan[] spans, BandMark band, LinearScale x)
    {
        for (int i = 0; i < band.Slice.Count; i++)
        {
            int last = Math.Min(spans.Length - 1, (int)Math.Ceiling(x.Px(band.From + ((i + 1) * band.Step))) - 1);
            for (int column = Math.Max(0, (int)x.Px(band.From + (i * band.Step))); column <= last; column++)
            {
                spans[column].Add(band.Slice.Lows.Span[i]);
                spans[column].Add(band.Slice.Highs.Span[i]);
            }
        }
    }

    private static void Line(ColumnSpan[] spans, LineMark line, LinearScale x)
    {
        for (int i = 0; i < Math.Min(line.X.Length, line.Y.Length); i++)
        {
            Add(x.Px(line.X.Span[i]), line.Y.Span[i]);
            if (i > 0 && double.IsFinite(line.Y.Span[i]) && double.IsFinite(line.Y.Span[i - 1]))
            {
                Between(x.Px(line.X.Span[i - 1]), line.Y.Span[i - 1], x.Px(line.X.Span[i]), line.IsStep ? line.Y.Span[i - 1] : line.Y.Span[i]);
            }
        }

        void Between(double fromX, double fromY, double toX, double toY)
        {
            for (int column = Math.Max(0, (int)fromX + 1); column < Math.Min(spans.Length, toX); column++)
            {
                Add(column, fromY + ((toY - fromY) * (column - fromX) / (toX - fromX)));
            }
        }

        void Add(double column, double value)
        {
            if (column >= 0 && column <= spans.Length)
            {
                spans[Math.Min(spans.Length - 1, (int)column)].Add(value);
            }
        }
    }
}
