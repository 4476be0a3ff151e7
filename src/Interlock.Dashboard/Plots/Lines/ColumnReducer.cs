using Interlock.Dashboard.Plots.Drawing;

namespace Interlock.Dashboard.Plots.Lines;

/// <summary>A long line as few points that look the same: per column of half a px its first, lowest, highest and last.</summary>
internal static class ColumnReducer
{
    private const double ColumnsPerPx = 2;

    public static List<PlotPoint> Reduce(List<PlotPoint> run)
    {
        List<PlotPoint> kept = [];
        for (int begin = 0; begin < run.Count;)
        {
            double column = Math.Floor(run[begin].X * ColumnsPerPx);
            int end = begin, low = begin, high = begin;
            while (end < run.Count && Math.Floor(run[end].X * ColumnsPerPx) == column)
            {
                low = run[end].Y < run[low].Y ? end : low;
                high = run[end].Y > run[high].Y ? end : high;
                end++;
            }

            Add(kept, run, [begin, Math.Min(low, high), Math.Max(low, high), end - 1]);
            begin = end;
        }

        return kept;
    }

    private static void Add(List<PlotPoint> kept, List<PlotPoint> run, ReadOnlySpan<int> ascending)
    {
        int last = -1;
        foreach (int index in ascending)
        {
            if (index != last)
            {
                kept.Add(run[index]);
                last = index;
            }
        }
    }
}
