namespace Interlock.Dashboard.LiveView.Run;

/// <summary>How far one browser has been served of one run.</summary>
internal sealed class LivePlace
{
    /// <summary>Buckets at the end of the last frame that are sent again: messages of one step come one after another.</summary>
    public const int Again = 4;

    /// <summary>Buckets that a browser that fell behind gets at once; what is older it misses. Two seconds at the finest.</summary>
    public const int MostBuckets = 400;

    /// <summary>True until the first frame, which has everything that is kept.</summary>
    public bool IsNew { get; set; } = true;

    public long Bucket { get; set; }

    public long Rewrite { get; set; }

    public long Event { get; set; }

    public long Chunk { get; set; }

    public long Verdict { get; set; }

    public Dictionary<string, long> Pictures { get; } = [];
}
