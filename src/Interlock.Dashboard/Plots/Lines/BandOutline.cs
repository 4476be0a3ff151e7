using Interlock.Dashboard.Plots.Drawing;

namespace Interlock.Dashboard.Plots.Lines;

/// <summary>What a run of buckets looks like: an area when it is dense, else the line through its middles.</summary>
internal static class BandOutline
{
    /// <summary>Buckets are a line when they are no thicker than this beyond what the slope of the line explains.</summary>
    private const double ThinPx = 1;

    public static bool IsThin(List<BandColumn> run)
    {
        for (int i = 0; i < run.Count; i++)
        {
            BandColumn before = run[Math.Max(0, i - 1)], after = run[Math.Min(run.Count - 1, i + 1)];
            double slope = Math.Abs(Middle(after) - Middle(before)) / Math.Max(1, Math.Min(run.Count - 1, i + 1) - Math.Max(0, i - 1));
            if (run[i].Bottom - run[i].Top > ThinPx + slope)
            {
                return false;
            }
        }

        return true;
    }

    public static List<PlotPoint> Line(List<BandColumn> run)
    {
        List<PlotPoint> points = [];
        BandColumn first = run[0], last = run[^1];
        points.Add(new PlotPoint(first.X - first.HalfWidth, Middle(first)));
        points.AddRange(run.Select(column => new PlotPoint(column.X, Middle(column))));
        points.Add(new PlotPoint(last.X + last.HalfWidth, Middle(last)));
        return points;
    }

    /// <summary>The closed outline: along the tops and back along the bottoms.</summary>
    public static List<PlotPoint> Area(List<BandColumn> run)
    {
        List<PlotPoint> points = Side(run, column => column.Top);
        List<PlotPoint> back = Side(run, column => column.Bottom);
        back.Reverse();
        points.AddRange(back);
        return points;
    }

    private static List<PlotPoint> Side(List<BandColumn> run, Func<BandColumn, double> edge)
    {
        List<PlotPoint> points = [];
        points.Add(new PlotPoint(run[0].X - run[0].HalfWidth, edge(run[0])));
        points.AddRange(run.Select(column => new PlotPoint(column.X, edge(column))));
        points.Add(new PlotPoint(run[^1].X + run[^1].HalfWidth, edge(run[^1])));
        return points;
    }

    private static double Middle(BandColumn column) => (column.Top + column.Bottom) / 2;
}
