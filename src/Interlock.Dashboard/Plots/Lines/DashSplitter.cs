using Interlock.Dashboard.Plots.Drawing;

namespace Interlock.Dashboard.Plots.Lines;

/// <summary>The drawn pieces of a dashed line.</summary>
internal static class DashSplitter
{
    public static IEnumerable<PlotPoint[]> Of(PlotPoint[] points, double[] pattern)
    {
        List<PlotPoint> piece = [points[0]];
        int index = 0;
        double left = pattern[0];
        for (int i = 1; i < points.Length; i++)
        {
            PlotPoint from = points[i - 1], to = points[i];
            double length = Math.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y)));
            double done = 0;
            while (length - done > left)
            {
                done += left;
                PlotPoint at = new(from.X + ((to.X - from.X) * done / length), from.Y + ((to.Y - from.Y) * done / length));
                piece.Add(at);
                if (index % 2 == 0)
                {
                    yield return [.. piece];
                }

                piece = [at];
                index = (index + 1) % pattern.Length;
                left = pattern[index];
            }

            left -= length - done;
            piece.Add(to);
        }

        if (index % 2 == 0 && piece.Count > 1)
        {
            yield return [.. piece];
        }
    }
}
