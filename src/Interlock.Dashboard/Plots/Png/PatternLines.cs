using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Lines;

namespace Interlock.Dashboard.Plots.Png;

/// <summary>The lines of a pattern inside a box; they are laid over the whole picture, so that neighbouring boxes agree.</summary>
internal static class PatternLines
{
    public static IEnumerable<List<PlotPoint>> Of(PatternLine direction, PlotBox box)
    {
        double reach = box.Width + box.Height + StatePattern.SpacingPx;
        double from = Math.Floor((direction switch
        {
            PatternLine.Level => box.Y,
            PatternLine.Falling => box.X - box.Bottom,
            PatternLine.Rising => box.X + box.Y,
            _ => box.X,
        }) / StatePattern.SpacingPx) * StatePattern.SpacingPx;
        for (double at = from; at <= from + reach; at += StatePattern.SpacingPx)
        {
            foreach (List<PlotPoint> part in BoxClip.Of(Line(direction, box, at), box))
            {
                yield return part;
            }
        }
    }

    private static List<PlotPoint> Line(PatternLine direction, PlotBox box, double at)
    {
        const double Middle = StatePattern.SpacingPx / 2;
        return direction switch
        {
            PatternLine.Level => [new(box.X, at + Middle), new(box.Right, at + Middle)],
            PatternLine.Upright => [new(at + Middle, box.Y), new(at + Middle, box.Bottom)],
            PatternLine.Rising => [new(at - box.Y, box.Y), new(at - box.Bottom, box.Bottom)],
            _ => [new(at + box.Y, box.Y), new(at + box.Bottom, box.Bottom)],
        };
    }
}
