namespace Interlock.Recording.Overview;

/// <summary>What an overview may hold at most. The reader refuses more, the recorder never makes more.</summary>
internal static class OverviewLimits
{
    /// <summary>Four buckets for every pixel of a wide screen.</summary>
    public const int Buckets = 16_384;

    /// <summary>Fewer than this are not worth an overview.</summary>
    public const int FewestBuckets = 256;

    /// <summary>Lows and highs together: 16 MiB of them. Recordings of more than 128 signals have fewer buckets.</summary>
    public const int Floats = 1 << 22;

    /// <summary>Beyond that, <see cref="FewestBuckets"/> would not fit into <see cref="Floats"/>.</summary>
    public const int Signals = Floats / (2 * FewestBuckets);

    public const int Tracks = 16;

    public const int Words = 256;

    public const int Spans = 4096;

    public const int EventKeys = 4096;

    public const int EventsOfACode = 512;

    public const int Events = 8192;

    public const int Chunks = 16_384;

    public const int Moments = 16;

    /// <summary>Largest attachment that is loaded: the limits above with room for names.</summary>
    public const long AttachmentBytes = 64L << 20;

    /// <summary>A recording's overview takes about one part of this many of its bytes, as long as <see cref="FewestOfShare"/> buckets remain.</summary>
    public const long ShareOfFile = 64;

    /// <summary>A short recording keeps this many buckets whatever their share.</summary>
    public const int FewestOfShare = 1024;
}
