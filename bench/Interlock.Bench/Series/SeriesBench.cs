using System.Globalization;
using Interlock.Dashboard.Series;
using Interlock.Recording.Overview;

namespace Interlock.Bench.Series;

/// <summary>How long it takes to open a recording of 10⁶ steps and to look at it, and what the overview costs the recorder.</summary>
internal static class SeriesBench
{
    public const int Steps = 1_000_000;

    private const int CostSteps = 100_000;
    private const int Buckets = 1000;
    private const int Repeats = 5;

    public static void Run(TextWriter output, TimeProvider time)
    {
        string folder = Directory.CreateTempSubdirectory("interlock-bench-series-").FullName;
        try
        {
            Cost(output, time, folder);
            string path = Path.Combine(folder, "long.mcap");
            LargeRecording.Write(path, Steps, overview: true, time);
            Look(output, time, path);
            string bare = Path.Combine(folder, "bare.mcap");
            File.Delete(path);
            LargeRecording.Write(bare, Steps, overview: false, time);
            Line(output, "open without an overview, read through", Typical(time, 1, () => EpisodeView.Open(bare).Dispose()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Alternating, and the best of each: the disk and the neighbours make single runs differ by more than the overview costs.
    private static void Cost(TextWriter output, TimeProvider time, string folder)
    {
        double with = double.MaxValue, without = double.MaxValue, close = 0;
        for (int i = 0; i < Repeats; i++)
        {
            without = Math.Min(without, Once(false).PumpNsPerStep);
            (double pump, close) = Once(true);
            with = Math.Min(with, pump);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recorder, without the overview: {without / 1000:0.00} us per step"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recorder, with the overview:    {with / 1000:0.00} us per step, {(with / without) - 1:+0.0 %;-0.0 %}; closing {close:0} ms"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the overview by itself:        {LargeRecording.OverviewNsPerStep(CostSteps, time) / 1000:0.00} us per step"));

        (double PumpNsPerStep, double CloseMs) Once(bool overview)
        {
            string path = Path.Combine(folder, "cost.mcap");
            (double, double) cost = LargeRecording.Write(path, CostSteps, overview, time);
            File.Delete(path);
            return cost;
        }
    }

    private static void Look(TextWriter output, TimeProvider time, string path)
    {
        long file = new FileInfo(path).Length;
        Line(output, "open 1,000,000 steps", Typical(time, Repeats, () => EpisodeView.Open(path).Dispose()));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using EpisodeView view = EpisodeView.Open(path);
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        ulong bytes = view.Attachments.Single(index => index.Name == RecordingOverview.AttachmentName).DataSize;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory of an open view: {held / 1e6:0.0} MB; overview {bytes / 1e6:0.0} MB of {file / 1e6:0} MB, {bytes / (double)file:0.00 %}"));
        string[] channels = [.. view.Signals.Where(signal => signal.Group is "policy" or "guarded").Select(signal => signal.Key)];
        Slice(output, time, view, "slice of 28 signals, whole", channels, 0, view.LengthS);
        Slice(output, time, view, "slice of 28 signals, 10 %", channels, 300, 400);
        Slice(output, time, view, "slice of 28 signals, 1 %", channels, 300, 310);
        double from = 400;
        Line(output, "the same, each 1 % looked at first", Typical(time, 20, () => view.Slice(channels, from += 10, from + 10, Buckets)));
        Slice(output, time, view, "slice of 28 signals, 2,000 steps", channels, 300, 302);
        Slice(output, time, view, "slice of every signal, 2,000 steps", [.. view.Signals.Select(signal => signal.Key)], 300, 302);
        double t = 0;
        Line(output, "exact numbers at a time", Typical(time, 50, () => view.At(t += 17.31)));
    }

    private static void Slice(TextWriter output, TimeProvider time, EpisodeView view, string what, string[] keys, double t0, double t1) =>
        Line(output, what, Typical(time, 20, () => view.Slice(keys, t0, t1, Buckets)));

    private static void Line(TextWriter output, string what, (double MedianMs, double WorstMs) ms) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-40} {ms.MedianMs,8:0.00} ms, slowest {ms.WorstMs:0.00} ms"));

    private static (double MedianMs, double WorstMs) Typical(TimeProvider time, int repeats, Action work)
    {
        double[] ms = new double[repeats];
        for (int i = 0; i < repeats; i++)
        {
            long before = time.GetTimestamp();
            work();
            ms[i] = time.GetElapsedTime(before).TotalMilliseconds;
        }

        Array.Sort(ms);
        return (ms[repeats / 2], ms[^1]);
    }
}
