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
public sealed partial class EpisodeView : IDisposable
{
    internal EpisodeView()
    {
    }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>What the recording says about itself.</summary>
    public required FlightSession Session { get; init; }

    /// <summary>What the numbers stand for.</summary>
    public required FlightLayout Layout { get; init; }

    /// <summary>From the start to the newest step, s.</summary>
    public double LengthS => Overview.LengthS;

    /// <summary>The whole from afar.</summary>
    public required RecordingOverview Overview { get; init; }

    /// <summary>True when the overview is the recorder's own; false when it was made by reading the recording through.</summary>
    public required bool HasStoredOverview { get; init; }

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
    public required IReadOnlyList<McapAttachmentIndex> Attachments { get; init; }

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
        throw new NotSupportedException();

    /// <summary>Signals over a span of time: from the overview where it is fine enough, else from that part of the file.</summary>
    /// <param name="keys">Signal keys.</param>
    /// <param name="t0">Beginning, s since the start of the recording.</param>
    /// <param name="t1">End, s, above t0. Bucket i of the slice covers [t0 + i·dt, t0 + (i + 1)·dt) with dt = (t1 − t0) / buckets.</param>
    /// <param name="buckets">1 to 16,384.</param>
    /// <returns>A slice for each key, in their order.</returns>
    /// <exception cref="DiagnosticException">RC045: no such signal; or a fault of the file.</exception>
    public IReadOnlyList<SignalSlice> Slice(IReadOnlyList<string> keys, double t0, double t1, int buckets) => throw new NotSupportedException();

    /// <summary>The step at or before a time; null before the first.</summary>
    public ViewStep? At(double t) => throw new NotSupportedException();

    /// <summary>The image of a camera at or before a time; null when there is none.</summary>
    /// <exception cref="DiagnosticException">RC045: no such camera; or a fault of the file.</exception>
    public ViewImage? Image(string camera, double t) => throw new NotSupportedException();

    /// <summary>Reads a file in the recording; null when there is none of that name or it is larger than <paramref name="mostBytes"/>.</summary>
    public McapAttachment? Attachment(string name, long mostBytes) => throw new NotSupportedException();

    /// <inheritdoc />
    public void Dispose() => throw new NotSupportedException();
}
