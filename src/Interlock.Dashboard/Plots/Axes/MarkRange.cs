using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Axes;

/// <summary>How far marks reach.</summary>
internal static class MarkRange
{
    public static void AddX(ref AxisRange range, Mark mark)
    {
        switch (mark)
        {
            case LineMark line:
                range.Add(line.X.Span);
                break;
            case AreaMark area:
                range.Add(area.X.Span);
                break;
            case BarMark bars:
                range.Add(bars.Edges.Span);
                break;
            case BandMark band:
                range.Add(band.From);
                range.Add(band.From + (band.Step * band.Slice.Count));
                break;
            case PointMark points:
                AddAcross(ref range, points, points.IsSideways, points.X.Span);
                break;
            case LevelMark { IsUpright: true } level:
                range.Add(level.Value);
                break;
        }
    }

    /// <summary>Adds the data of a mark between two ends of the horizontal axis; limits and levels are not data.</summary>
    public static void AddY(ref AxisRange range, Mark mark, double from, double to)
    {
        switch (mark)
        {
            case LineMark line:
                AddWithin(ref range, line.X.Span, line.Y.Span, from, to);
                break;
            case AreaMark area:
                AddWithin(ref range, area.X.Span, area.Low.Span, from, to);
                AddWithin(ref range, area.X.Span, area.High.Span, from, to);
                break;
            case BarMark bars:
                range.Add(0);
                range.Add(bars.Heights.Span);
                break;
            case BandMark band:
                AddBand(ref range, band, from, to);
                break;
            case PointMark points:
                AddAcross(ref range, points, !points.IsSideways, points.Y.Span);
                break;
        }
    }

    private static void AddWithin(ref AxisRange range, ReadOnlySpan<double> x, ReadOnlySpan<double> y, double from, double to)
    {
        for (int i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            if (x[i] >= from && x[i] <= to)
            {
                range.Add(y[i]);
            }
        }
    }

    private static void AddBand(ref AxisRange range, BandMark band, double from, double to)
    {
        for (int i = 0; i < band.Slice.Count; i++)
        {
            double start = band.From + (i * band.Step);
            if (start <= to && start + band.Step >= from)
            {
                range.Add(band.Slice.Lows.Span[i]);
                range.Add(band.Slice.Highs.Span[i]);
            }
        }
    }

    private static void AddAcross(ref AxisRange range, PointMark points, bool hasIntervals, ReadOnlySpan<double> centres)
    {
        range.Add(centres);
        if (hasIntervals)
        {
            range.Add(points.Low.Span);
            range.Add(points.High.Span);
        }
    }
}
