using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Overview.Building;
using Interlock.Recording.Overview.Opening;

namespace Interlock.Recording.Overview;

/// <summary>
/// A recording with its overview: what is asked for a long time comes from the overview, what is asked for a short one from that part of the
/// file. Not thread-safe.
/// </summary>
public sealed class OverviewedLog : IDisposable
{
    private const double NsPerS = 1e9;

    // As long as a chunk of the file: less would read the same bytes.
    private const double FirstLookBackS = 0.1;
    private const double LookBackGrowth = 8;

    private readonly SignalColumns _columns;
    private readonly RowCache _cache = new();

    internal OverviewedLog(FlightLog log, RecordingOverview overview, bool isStored, IReadOnlyList<Diagnostic> findings)
    {
        Log = log;
        Overview = overview;
        IsStored = isStored;
        Findings = findings;
        _columns = new SignalColumns(log.Layout);
    }

    /// <summary>The recording.</summary>
    public FlightLog Log { get; }

    /// <summary>The whole from afar.</summary>
    public RecordingOverview Overview { get; }

    /// <summary>True when the recorder kept the overview; false when it was made by reading the recording through.</summary>
    public bool IsStored { get; }

    /// <summary>Warnings and remarks: RC040 to RC048.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>Opens a recording. One without an overview that can be used is read through.</summary>
    /// <param name="path">An MCAP file of the flight recorder.</param>
    /// <param name="progress">Told the share that was read through, 0 to 1; null for nobody.</param>
    /// <param name="cancellation">Ends reading through.</param>
    /// <exception cref="DiagnosticException">As <see cref="FlightLog.Open"/>; RC043: more signals than anybody could look at.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static OverviewedLog Open(string path, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        new OverviewOpening(path, progress, cancellation).Open();

    /// <summary>Signals over a span of time.</summary>
    /// <param name="signals">Places in <see cref="RecordingOverview.Signals"/>.</param>
    /// <param name="t0">Beginning, s since the start.</param>
    /// <param name="t1">End, s, above <paramref name="t0"/>; both finite.</param>
    /// <param name="buckets">1 to 16,384.</param>
    /// <exception cref="DiagnosticException">A fault of the file.</exception>
    public IReadOnlyList<SignalRange> Range(IReadOnlyList<int> signals, double t0, double t1, int buckets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buckets, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(buckets, OverviewLimits.Buckets);
        if (!double.IsFinite(t0) || !double.IsFinite(t1) || t1 <= t0)
        {
            throw new ArgumentException($"{t0} to {t1} s is no span of time.", nameof(t1));
        }

        TimeGrid grid = new(t0, t1, buckets);
        return OverviewRange.IsFineEnough(Overview, grid)
            ? [.. signals.Select(signal => OverviewRange.Of(Overview, signal, grid))]
            : new RangeScan(Log, _columns, signals, grid, _cache).Run();
    }

    /// <summary>The newest whole step at or before a time, s since the start; null before the first.</summary>
    /// <exception cref="DiagnosticException">A fault of the file.</exception>
    public FlightStep? StepAt(double t) => Newest(t, Log.Steps);

    /// <summary>The newest image of a camera at or before a time, s since the start; null without one.</summary>
    /// <exception cref="DiagnosticException">A fault of the file.</exception>
    public CameraImage? ImageAt(string camera, double t) => Newest(t, (fromNs, toNs) => Log.Images(camera, fromNs, toNs));

    /// <summary>Every command that the guard let through, in the order of time; reads one stream of the file through. Messages that are not as their schema says are passed over.</summary>
    /// <param name="visit">Told of each.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="DiagnosticException">A fault of the file.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Commands(CommandVisitor visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        CommandScan.Run(Log, _columns, visit, cancellation);
    }

    /// <summary>Every signal of a step, in the order of <see cref="RecordingOverview.Signals"/>; null where the step has none.</summary>
    public IReadOnlyList<double?> Values(FlightStep step) => StepValues.Of(step, Log.Layout);

    /// <inheritdoc />
    public void Dispose() => Log.Dispose();

    private T? Newest<T>(double t, Func<ulong, ulong, IEnumerable<T>> read)
        where T : class
    {
        double end = double.IsNaN(t) ? 0 : Math.Min(t, Overview.LengthS);
        ulong toNs = FileNs(end);
        for (double back = FirstLookBackS; ; back *= LookBackGrowth)
        {
            if (read(FileNs(end - back), toNs).LastOrDefault() is { } found)
            {
                return found;
            }

            if (back > end)
            {
                return null;
            }
        }
    }

    // To the nearest: a time that was shown to somebody finds its own step again.
    private ulong FileNs(double seconds) => (ulong)Math.Max(0, Overview.StartNs + (long)Math.Round(seconds * NsPerS));
}
