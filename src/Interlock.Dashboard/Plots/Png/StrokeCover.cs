using Interlock.Dashboard.Plots.Drawing;

namespace Interlock.Dashboard.Plots.Png;

/// <summary>Covers what lies within half a pen of a line; ends and corners are round.</summary>
internal static class StrokeCover
{
    /// <param name="mask">What is covered.</param>
    /// <param name="points">The line in pixels.</param>
    /// <param name="penPixels">Width of the pen in pixels; a thinner one than a pixel is paler instead.</param>
    public static void Add(CoverageMask mask, ReadOnlySpan<PlotPoint> points, double penPixels)
    {
        double half = Math.Max(penPixels, 1) / 2, strength = Math.Min(penPixels, 1);
        for (int i = 1; i < points.Length; i++)
        {
            Segment(mask, points[i - 1], points[i], half, strength);
        }
    }

    private static void Segment(CoverageMask mask, PlotPoint from, PlotPoint to, double half, double strength)
    {
        double reach = half + 0.5;
        int top = Math.Max(0, (int)Math.Floor(Math.Min(from.Y, to.Y) - reach)), bottom = Math.Min(mask.Height - 1, (int)Math.Ceiling(Math.Max(from.Y, to.Y) + reach));
        double dx = to.X - from.X, dy = to.Y - from.Y, square = (dx * dx) + (dy * dy);
        for (int y = top; y <= bottom; y++)
        {
            (double left, double right) = Row(from, dx, dy, y + 0.5, reach);
            int first = Math.Max(0, (int)Math.Floor(left)), last = Math.Min(mask.Width - 1, (int)Math.Ceiling(right));
            for (int x = first; x <= last; x++)
            {
                double px = x + 0.5 - from.X, py = y + 0.5 - from.Y;
                double along = square > 0 ? Math.Clamp(((px * dx) + (py * dy)) / square, 0, 1) : 0;
                double ax = px - (along * dx), ay = py - (along * dy);
                double cover = reach - Math.Sqrt((ax * ax) + (ay * ay));
                if (cover > 0)
                {
                    mask.Cover(x, y, Math.Min(cover, 1) * strength);
                }
            }
        }
    }

    /// <summary>The columns of one row that a segment can touch, so that long slanted lines do not visit their whole box.</summary>
    private static (double Left, double Right) Row(PlotPoint from, double dx, double dy, double y, double reach)
    {
        double enter = 0, leave = 1;
        if (Math.Abs(dy) > reach)
        {
            double one = (y - reach - 1 - from.Y) / dy, two = (y + reach + 1 - from.Y) / dy;
            enter = Math.Clamp(Math.Min(one, two), 0, 1);
            leave = Math.Clamp(Math.Max(one, two), 0, 1);
        }

        double a = from.X + (enter * dx), b = from.X + (leave * dx);
        return (Math.Min(a, b) - reach - 1, Math.Max(a, b) + reach + 1);
    }
}
