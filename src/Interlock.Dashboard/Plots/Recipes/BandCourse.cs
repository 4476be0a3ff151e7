using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Plots.Recipes;

/// <summary>The functional band of a monitor over the time of a recording.</summary>
internal static class BandCourse
{
    /// <summary>The room that a normal episode has, and the limit at its end; nothing where no band is known.</summary>
    public static IEnumerable<Mark> Marks(ViewSignal signal, TimeSpanS span)
    {
        if (signal.Band is not { Runs.Count: > 0 } band)
        {
            return [];
        }

        (double[] x, double[] usual, double[] limit) = Of(band, span);
        string side = band.IsWorseBelow ? "below" : "above";
        string window = band.WindowSteps == 1 ? "" : $", mean over {band.WindowSteps} steps";
        return x.Length == 0 ? [] :
        [
            new AreaMark(x, band.IsWorseBelow ? limit : usual, band.IsWorseBelow ? usual : limit) { Ink = Ink.Quiet, IsGuide = true },
            new LineMark(x, limit) { Name = $"{signal.Name}, {band.Alarm}: alarm {side}{window}", Ink = Ink.Alarm, Stroke = Stroke.Dashed, IsGuide = true },
        ];
    }

    // Two points for each bin, so that it is level; NaN between two runs.
    private static (double[] X, double[] Usual, double[] Limit) Of(ViewBand band, TimeSpanS span)
    {
        List<double> x = [], usual = [], limit = [];
        foreach (ViewBandRun run in band.Runs)
        {
            double from = Math.Max(run.T0, span.From), to = Math.Min(run.T1, span.To);
            for (int bin = BinAt(band, run, from); from < to; bin++)
            {
                bool isLast = bin == band.Usual.Count - 1;
                double end = isLast ? to : Math.Min(to, run.ZeroT + ((bin + 1) * band.BinS));
                Add(from, band.Usual[bin], band.Limit[bin]);
                Add(end, band.Usual[bin], band.Limit[bin]);
                if (isLast)
                {
                    break;
                }

                from = end;
            }

            Add(to, double.NaN, double.NaN);
        }

        return ([.. x], [.. usual], [.. limit]);

        void Add(double at, double middle, double end)
        {
            x.Add(at);
            usual.Add(middle);
            limit.Add(end);
        }
    }

    private static int BinAt(ViewBand band, ViewBandRun run, double t) => (int)Math.Clamp(Math.Floor((t - run.ZeroT) / band.BinS), 0, band.Usual.Count - 1);
}
