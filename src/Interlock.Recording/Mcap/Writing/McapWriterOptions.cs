namespace Interlock.Recording.Mcap.Writing;

/// <summary>How a file is laid out. Chunks are never compressed: see <c>docs/recording.md</c>.</summary>
public sealed record McapWriterOptions
{
    /// <summary>A chunk is closed once its records reach this many bytes. Default 1 MiB; 1 or more.</summary>
    public int ChunkBytes { get; init; } = 1 << 20;

    /// <summary>A message this far in log time from the first of the open chunk closes that chunk first, ns. Default 100 ms.</summary>
    public ulong ChunkDurationNs { get; init; } = 100_000_000;

    /// <summary>Profile named in the header. Default none.</summary>
    public string Profile { get; init; } = "";

    /// <summary>Writer named in the header. Default <c>interlock</c>.</summary>
    public string Library { get; init; } = "interlock";

    /// <summary>Messages go into chunks with checksums; without, nothing can be indexed or verified singly. Default true.</summary>
    public bool UseChunks { get; init; } = true;

    /// <summary>Message index records after each chunk. Default true.</summary>
    public bool UseMessageIndex { get; init; } = true;

    /// <summary>Chunk index in the summary. Default true.</summary>
    public bool UseChunkIndex { get; init; } = true;

    /// <summary>Attachment index in the summary. Default true.</summary>
    public bool UseAttachmentIndex { get; init; } = true;

    /// <summary>Metadata index in the summary. Default true.</summary>
    public bool UseMetadataIndex { get; init; } = true;

    /// <summary>Statistics in the summary. Default true.</summary>
    public bool UseStatistics { get; init; } = true;

    /// <summary>Schemas repeated in the summary. Default true.</summary>
    public bool RepeatSchemas { get; init; } = true;

    /// <summary>Channels repeated in the summary. Default true.</summary>
    public bool RepeatChannels { get; init; } = true;

    /// <summary>Offsets of the groups of the summary. Default true.</summary>
    public bool UseSummaryOffsets { get; init; } = true;

    /// <summary>Bytes added to each record that may be extended, to see that readers ignore them.</summary>
    internal byte[] Padding { get; init; } = [];
}
