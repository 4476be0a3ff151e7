using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Painting;

/// <summary>Draws points with their intervals.</summary>
internal sealed class PointPainter(ICanvas canvas, LinearScale x, LinearScale y, PlotBox box)
{
    private const double CapPx = 3.5;

    public void Paint(PointMark points)
    {
        for (int i = 0; i < Math.Min(points.X.Length, points.Y.Length); i++)
        {
            PlotPoint at = new(x.Px(points.X.Span[i]), y.Px(points.Y.Span[i]));
            bool isInside = at.X >= box.X && at.X <= box.Right && at.Y >= box.Y && at.Y <= box.Bottom;
            if (!isInside)
            {
                continue;
            }

            if (i < points.Low.Length && i < points.High.Length)
            {
                Interval(points, at, points.Low.Span[i], points.High.Span[i]);
            }

            MarkPainter.Dot(canvas, at, points.Ink);
        }
    }

    private void Interval(PointMark points, PlotPoint at, double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high))
        {
            return;
        }

        if (points.IsSideways)
        {
            double from = x.Px(x.Clamp(low)), to = x.Px(x.Clamp(high));
            Bar(points, new(from, at.Y), new(to, at.Y), 0, CapPx);
        }
        else
        {
            double from = y.Px(y.Clamp(low)), to = y.Px(y.Clamp(high));
            Bar(points, new(at.X, from), new(at.X, to), CapPx, 0);
        }
    }

    private void Bar(PointMark points, PlotPoint from, PlotPoint to, double capX, double capY)
    {
        Pen pen = Pen.Of(points);
        canvas.Line([from, to], pen);
        canvas.Line([Cap(from, -1), Cap(from, 1)], pen);
        canvas.Line([Cap(to, -1), Cap(to, 1)], pen);

        PlotPoint Cap(PlotPoint end, int side) => new(
            Math.Clamp(end.X + (side * capX), box.X, box.Right), Math.Clamp(end.Y + (side * capY), box.Y, box.Bottom));
    }
}
