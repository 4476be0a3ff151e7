using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Lines;

/// <summary>Unbroken runs of points in px; a value that is not a number ends a run.</summary>
internal static class LineRuns
{
    public static IEnumerable<List<PlotPoint>> Of(LineMark line, LinearScale x, LinearScale y)
    {
        List<PlotPoint> run = [];
        int count = Math.Min(line.X.Length, line.Y.Length);
        for (int i = 0; i < count; i++)
        {
            PlotPoint point = new(x.Px(line.X.Span[i]), y.Px(line.Y.Span[i]));
            if (!double.IsFinite(point.X) || !double.IsFinite(point.Y))
            {
                if (run.Count > 0)
                {
                    yield return Ended(run, point.X, line.IsStep);
                    run = [];
                }

                continue;
            }

            if (line.IsStep && run.Count > 0)
            {
                run.Add(new PlotPoint(point.X, run[^1].Y));
            }

            run.Add(point);
        }

        if (run.Count > 0)
        {
            yield return Ended(run, double.NaN, line.IsStep);
        }
    }

    /// <summary>A step lasts until the gap that ends it; a point alone becomes a short dash, so that it is seen.</summary>
    private static List<PlotPoint> Ended(List<PlotPoint> run, double gapX, bool isStep)
    {
        const double DashPx = 2;
        if (isStep && double.IsFinite(gapX))
        {
            run.Add(run[^1] with { X = gapX });
        }
        else if (run.Count == 1)
        {
            run.Add(run[0] with { X = run[0].X + DashPx });
        }

        return run;
    }
}
