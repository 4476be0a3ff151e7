using Interlock.Dashboard.Plots.Drawing;

namespace Interlock.Dashboard.Plots.Png;

/// <summary>Covers the inside of a closed outline (even-odd): exact along a row, in eighths across it.</summary>
internal static class AreaCover
{
    private const int Lines = 8;

    public static void Add(CoverageMask mask, ReadOnlySpan<PlotPoint> outline)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (PlotPoint point in outline)
        {
            (low, high) = (Math.Min(low, point.Y), Math.Max(high, point.Y));
        }

        double[] row = new double[mask.Width];
        List<double> crossings = [];
        int last = Math.Min(mask.Height - 1, (int)Math.Ceiling(high));
        for (int y = Math.Max(0, (int)Math.Floor(low)); y <= last; y++)
        {
            Array.Clear(row);
            for (int line = 0; line < Lines; line++)
            {
                Crossings(outline, y + ((line + 0.5) / Lines), crossings);
                Spans(row, crossings);
            }

            for (int x = 0; x < row.Length; x++)
            {
                if (row[x] > 0)
                {
                    mask.Cover(x, y, row[x] / Lines);
                }
            }
        }
    }

    private static void Crossings(ReadOnlySpan<PlotPoint> outline, double y, List<double> crossings)
    {
        crossings.Clear();
        PlotPoint from = outline[^1];
        foreach (PlotPoint to in outline)
        {
            if (from.Y <= y != to.Y <= y)
            {
                crossings.Add(from.X + ((y - from.Y) / (to.Y - from.Y) * (to.X - from.X)));
            }

            from = to;
        }

        crossings.Sort();
    }

    private static void Spans(double[] row, List<double> crossings)
    {
        for (int i = 1; i < crossings.Count; i += 2)
        {
            double left = Math.Clamp(crossings[i - 1], 0, row.Length), right = Math.Clamp(crossings[i], 0, row.Length);
            for (int x = (int)left; x < right; x++)
            {
                row[x] += Math.Min(right, x + 1) - Math.Max(left, x);
            }
        }
    }
}
