namespace Interlock.Recording.Mcap.Reading;

/// <summary>Most memory that a reader spends on one file, whatever the file claims.</summary>
public sealed record McapLimits
{
    /// <summary>Largest record that is loaded whole: a chunk, an attachment, bytes. Default 256 MiB.</summary>
    public int LargestRecordBytes { get; init; } = 256 << 20;

    /// <summary>Largest summary section, bytes. Default 256 MiB.</summary>
    public int LargestSummaryBytes { get; init; } = 256 << 20;

    /// <summary>Most bytes of chunks whose log times overlap, held at once for reading in order. Default 512 MiB.</summary>
    public long LargestOpenChunksBytes { get; init; } = 512L << 20;
}
