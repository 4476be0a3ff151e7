using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Episodes;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Overview;

namespace Interlock.Dashboard.Series;

/// <summary>
/// Everything about one recording that pages and reports need, cheap: a finished recording costs its index and its overview, not its steps.
/// Thread-safe: what touches the file holds one lock per view.
/// </summary>
public sealed class EpisodeView : IDisposable
{
    private const double NsPerS = 1e9;

    private readonly Lock _reading = new();
    private readonly OverviewedLog _log;
    private readonly Dictionary<string, int> _places = [];

    internal EpisodeView(OverviewedLog log)
    {
        _log = log;
        for (int i = 0; i < log.Overview.Signals.Count; i++)
        {
            // Of two signals of one name the first has it; a contract has no such, a foreign file may.
            _places.TryAdd(log.Overview.Signals[i].Key, i);
        }
    }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>What the recording says about itself.</summary>
    public FlightSession Session => _log.Log.Session;

    /// <summary>What the numbers stand for.</summary>
    public FlightLayout Layout => _log.Log.Layout;

    /// <summary>From the start to the newest step, s.</summary>
    public double LengthS => Overview.LengthS;

    /// <summary>The whole from afar.</summary>
    public RecordingOverview Overview => _log.Overview;

    /// <summary>True when the overview is the recorder's own; false when it was made by reading the recording through.</summary>
    public bool HasStoredOverview => _log.IsStored;

    /// <summary>False when the recorder did not come to its end.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>What is not as it should be and what was done about it; RC040 to RC049 among them.</summary>
    public required IReadOnlyList<Diagnostic> Findings { get; init; }

    /// <summary>The guarded contract; null when the recording has none that can be read.</summary>
    public required SafetyContract? Contract { get; init; }

    /// <summary>Every signal of the layout.</summary>
    public required IReadOnlyList<ViewSignal> Signals { get; init; }

    /// <summary>Supervisor, verdict, source, certificate, task.</summary>
    public required IReadOnlyList<ViewStrip> Strips { get; init; }

    /// <summary>In the order of time.</summary>
    public required IReadOnlyList<ViewEvent> Events { get; init; }

    /// <summary>Files in the recording with their sizes; none is loaded.</summary>
    public IReadOnlyList<McapAttachmentIndex> Attachments => _log.Log.Attachments;

    /// <summary>Exact counts.</summary>
    public required ViewCounts Counts { get; init; }

    /// <summary>Whether the task was done: a person's note, else what the run said; null when nobody judged.</summary>
    public required bool? Success { get; init; }

    /// <summary>How the run ended in words; null when it did not say.</summary>
    public required string? Outcome { get; init; }

    /// <summary>Tags and note that people gave it, as they were when the view was opened.</summary>
    public required RecordingNotes Notes { get; init; }

    /// <summary>Smallest margin of the recording; null when none was computed.</summary>
    public required double? WorstMargin { get; init; }

    /// <summary>Opens a recording.</summary>
    /// <param name="path">An MCAP file of the flight recorder; one that was not finished is recovered, one without an overview is read through.</param>
    /// <param name="progress">Told the share that has been read, 0 to 1, where the recording has to be read through; null for nobody.</param>
    /// <param name="cancellation">Ends reading through.</param>
    /// <exception cref="DiagnosticException">RC001 to RC013, RC024: not a recording that can be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static EpisodeView Open(string path, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        ViewOpening.Open(path, progress, cancellation);

    /// <summary>Signals over a span of time: from the overview where it is fine enough, else from that part of the file.</summary>
    /// <param name="keys">Signal keys.</param>
    /// <param name="t0">Beginning, s since the start of the recording.</param>
    /// <param name="t1">End, s, above t0. Bucket i of the slice covers [t0 + i·dt, t0 + (i + 1)·dt) with dt = (t1 − t0) / buckets.</param>
    /// <param name="buckets">1 to 16,384.</param>
    /// <returns>A slice for each key, in their order.</returns>
    /// <exception cref="DiagnosticException">RC045: no such signal; or a fault of the file.</exception>
    public IReadOnlyList<SignalSlice> Slice(IReadOnlyList<string> keys, double t0, double t1, int buckets)
    {
        int[] places = [.. keys.Select(Place)];
        lock (_reading)
        {
            return [.. _log.Range(places, t0, t1, buckets).Select(range => new SignalSlice(range.Lows, range.Highs))];
        }
    }

    /// <summary>The step at or before a time; null before the first.</summary>
    /// <exception cref="DiagnosticException">A fault of the file.</exception>
    public ViewStep? At(double t)
    {
        lock (_reading)
        {
            return _log.StepAt(t) is { } step
                ? new ViewStep(Seconds(step.MonotonicNs), step.Tick, step.Verdict, step.SupervisorState, step.ActionSource, Named(_log.Values(step)))
                : null;
        }
    }

    /// <summary>Every command that the guard let through, in the order of time; reads one stream of the file through.</summary>
    /// <exception cref="DiagnosticException">A fault of the file.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal void Commands(CommandVisitor visit, CancellationToken cancellation)
    {
        lock (_reading)
        {
            _log.Commands(visit, cancellation);
        }
    }

    /// <summary>The image of a camera at or before a time; null when there is none.</summary>
    /// <exception cref="DiagnosticException">RC045: no such camera; or a fault of the file.</exception>
    public ViewImage? Image(string camera, double t)
    {
        if (!Layout.Cameras.Contains(camera))
        {
            throw Unknown("camera", camera, "the cameras are in the layout");
        }

        lock (_reading)
        {
            return _log.ImageAt(camera, t) is { } image ? new ViewImage(Seconds(image.TimestampNs), image) : null;
        }
    }

    /// <summary>Reads a file in the recording; null when there is none of that name or it is larger than <paramref name="mostBytes"/>.</summary>
    /// <exception cref="DiagnosticException">A fault of the file.</exception>
    public McapAttachment? Attachment(string name, long mostBytes)
    {
        lock (_reading)
        {
            return Attachments.FirstOrDefault(index => index.Name == name && index.DataSize <= (ulong)Math.Max(0, mostBytes)) is { } found ? _log.Log.Read(found) : null;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_reading)
        {
            _log.Dispose();
        }
    }

    private double Seconds(long monotonicNs) => (monotonicNs - Session.StartMonotonicNs) / NsPerS;

    private int Place(string key) => _places.TryGetValue(key, out int place) ? place : throw Unknown("signal", key, "the keys are in the list of signals");

    private DiagnosticException Unknown(string what, string name, string hint) =>
        new("RC045", $"the recording has no {what} '{name}'", SourcePlace.OfFile(Path), hint);

    private Dictionary<string, double?> Named(IReadOnlyList<double?> values) => _places.ToDictionary(place => place.Key, place => values[place.Value]);
}
