using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Lines;

/// <summary>Unbroken runs of buckets in px, none narrower than a screen can show; an empty bucket ends a run.</summary>
internal static class BandRuns
{
    /// <summary>Narrowest column; finer buckets are joined.</summary>
    private const double NarrowestPx = 1.5;

    public static IEnumerable<List<BandColumn>> Of(BandMark band, LinearScale x, LinearScale y, PlotBox box)
    {
        int joined = (int)Math.Clamp(Math.Ceiling(NarrowestPx / (band.Step * x.PxPerUnit)), 1, Math.Max(1, band.Slice.Count));
        List<BandColumn> run = [];
        for (int begin = 0; begin < band.Slice.Count; begin += joined)
        {
            int end = Math.Min(begin + joined, band.Slice.Count);
            double from = x.Px(band.From + (begin * band.Step)), to = x.Px(band.From + (end * band.Step));
            AxisRange range = RangeOf(band, begin, end);
            bool isOutside = !(from < box.Right && to > box.X) || (!range.IsEmpty && (range.Low > y.To || range.High < y.From));
            if (range.IsEmpty || isOutside)
            {
                if (run.Count > 0)
                {
                    yield return run;
                    run = [];
                }

                continue;
            }

            from = Math.Max(from, box.X);
            to = Math.Min(to, box.Right);
            run.Add(new BandColumn((from + to) / 2, Clamped(range.High), Clamped(range.Low), (to - from) / 2));
        }

        if (run.Count > 0)
        {
            yield return run;
        }

        double Clamped(double value) => y.Px(y.Clamp(value));
    }

    private static AxisRange RangeOf(BandMark band, int begin, int end)
    {
        AxisRange range = new();
        for (int i = begin; i < end; i++)
        {
            range.Add(band.Slice.Lows.Span[i]);
            range.Add(band.Slice.Highs.Span[i]);
        }

        return range;
    }
}
