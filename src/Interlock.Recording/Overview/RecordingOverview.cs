namespace Interlock.Recording.Overview;

/// <summary>
/// What a recording looks like from afar: smallest and largest value of every signal in each of at most 16,384 buckets of time, spans of the
/// discrete words, events, and exact counts. The recorder keeps it while it writes (<c>docs/overview-format.md</c>). Immutable, thread-safe.
/// </summary>
public sealed partial class RecordingOverview
{
    /// <summary>Name of the attachment.</summary>
    public const string AttachmentName = "interlock.overview";

    /// <summary>Media type of the attachment.</summary>
    public const string MediaType = "application/vnd.interlock.overview";

    /// <summary>File time of the start, ns; what all times here count from.</summary>
    public required long StartNs { get; init; }

    /// <summary>Steps counted, exact.</summary>
    public required long Steps { get; init; }

    /// <summary>From the start of the recording to the newest step, s.</summary>
    public required double LengthS { get; init; }

    /// <summary>Length of a bucket, s. Bucket i covers [i, i + 1) times that, from the start of the recording.</summary>
    public required double BucketLengthS { get; init; }

    /// <summary>Buckets, 0 to 16,384.</summary>
    public required int Buckets { get; init; }

    /// <summary>Every column, in the order of the layout.</summary>
    public required IReadOnlyList<OverviewSignal> Signals { get; init; }

    /// <summary>Verdict, supervisor, source.</summary>
    public required IReadOnlyList<OverviewTrack> Tracks { get; init; }

    /// <summary>The first events of each code, in the order of time.</summary>
    public required IReadOnlyList<OverviewEvent> Events { get; init; }

    /// <summary>How often each code happened on each channel, exact as long as <see cref="EventsUncounted"/> is 0.</summary>
    public required IReadOnlyList<OverviewEventCount> EventCounts { get; init; }

    /// <summary>Events that <see cref="Events"/> does not show because there were too many of their code.</summary>
    public required long EventsHidden { get; init; }

    /// <summary>Events whose code and channel had no more room in <see cref="EventCounts"/>.</summary>
    public required long EventsUncounted { get; init; }

    /// <summary>The first answers of the policy, in the order of time.</summary>
    public required IReadOnlyList<OverviewChunk> Chunks { get; init; }

    /// <summary>Answers of the policy, exact.</summary>
    public required long ChunkCount { get; init; }

    /// <summary>Answers that replaced a running plan, exact.</summary>
    public required long SeamCount { get; init; }

    /// <summary>The worst moments, worst first, at least 1 s apart, at most 16: the worst steps of whole seconds.</summary>
    public required IReadOnlyList<OverviewMoment> WorstMoments { get; init; }

    /// <summary>Bucket minima of the i-th signal; NaN where a bucket has no number.</summary>
    public ReadOnlySpan<float> Lows(int signal) => Row(signal, 0);

    /// <summary>Bucket maxima of the i-th signal; NaN where a bucket has no number.</summary>
    public ReadOnlySpan<float> Highs(int signal) => Row(signal, 1);
}
