using Interlock.Dashboard.Plots.Drawing;

namespace Interlock.Dashboard.Plots.Lines;

/// <summary>The parts of a line that lie in a box (Liang and Barsky).</summary>
internal static class BoxClip
{
    public static IEnumerable<List<PlotPoint>> Of(List<PlotPoint> run, PlotBox box)
    {
        List<PlotPoint> inside = [];
        for (int i = 1; i < run.Count; i++)
        {
            if (Segment(run[i - 1], run[i], box) is not { } part)
            {
                continue;
            }

            if (inside.Count > 0 && inside[^1] != part.From)
            {
                yield return inside;
                inside = [];
            }

            if (inside.Count == 0)
            {
                inside.Add(part.From);
            }

            inside.Add(part.To);
        }

        if (inside.Count > 0)
        {
            yield return inside;
        }
    }

    private static (PlotPoint From, PlotPoint To)? Segment(PlotPoint from, PlotPoint to, PlotBox box)
    {
        double enter = 0, leave = 1;
        double dx = to.X - from.X, dy = to.Y - from.Y;
        bool isIn = Edge(-dx, from.X - box.X, ref enter, ref leave) && Edge(dx, box.Right - from.X, ref enter, ref leave)
            && Edge(-dy, from.Y - box.Y, ref enter, ref leave) && Edge(dy, box.Bottom - from.Y, ref enter, ref leave);
        if (!isIn)
        {
            return null;
        }

        PlotPoint first = enter == 0 ? from : At(enter), last = leave == 1 ? to : At(leave);
        return double.IsFinite(first.X + first.Y + last.X + last.Y) ? (first, last) : null;

        PlotPoint At(double share) => new(
            Math.Clamp(from.X + (share * dx), box.X, box.Right), Math.Clamp(from.Y + (share * dy), box.Y, box.Bottom));
    }

    private static bool Edge(double direction, double distance, ref double enter, ref double leave)
    {
        if (direction == 0)
        {
            return distance >= 0;
        }

        double share = distance / direction;
        if (direction < 0)
        {
            enter = Math.Max(enter, share);
        }
        else
        {
            leave = Math.Min(leave, share);
        }

        return enter <= leave;
    }
}
