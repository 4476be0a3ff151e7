using System.Text;
using Interlock.Dashboard.Plots.Drawing;

namespace Interlock.Dashboard.Plots.Svg;

/// <summary>Path data in relative tenths of a px; points on the way of a straight line are left out.</summary>
internal static class SvgPath
{
    public static string Of(ReadOnlySpan<PlotPoint> points, bool isClosed)
    {
        List<(long X, long Y)> kept = [];
        foreach (PlotPoint point in points)
        {
            Add(kept, ((long)Math.Round(point.X * 10), (long)Math.Round(point.Y * 10)));
        }

        StringBuilder path = new();
        path.Append('M').Append(SvgText.Tenths(kept[0].X)).Append(' ').Append(SvgText.Tenths(kept[0].Y));
        for (int i = 1; i < kept.Count; i++)
        {
            path.Append(i == 1 ? "l" : kept[i].X < kept[i - 1].X ? "" : " ").Append(SvgText.Tenths(kept[i].X - kept[i - 1].X));
            path.Append(kept[i].Y < kept[i - 1].Y ? "" : " ").Append(SvgText.Tenths(kept[i].Y - kept[i - 1].Y));
        }

        return path.Append(isClosed ? "z" : "").ToString();
    }

    private static void Add(List<(long X, long Y)> kept, (long X, long Y) next)
    {
        if (kept.Count > 0 && kept[^1] == next)
        {
            return;
        }

        if (kept.Count > 1 && GoesOn(kept[^2], kept[^1], next))
        {
            kept[^1] = next;
            return;
        }

        kept.Add(next);
    }

    private static bool GoesOn((long X, long Y) first, (long X, long Y) middle, (long X, long Y) last)
    {
        long ax = middle.X - first.X, ay = middle.Y - first.Y, bx = last.X - middle.X, by = last.Y - middle.Y;
        return (ax * by) - (ay * bx) == 0 && (ax * bx) + (ay * by) > 0;
    }
}
