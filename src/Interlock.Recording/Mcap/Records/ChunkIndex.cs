namespace Interlock.Recording.Mcap.Records;

/// <summary>Where a chunk lies and what it covers.</summary>
internal sealed record ChunkIndex(
    ulong StartTimeNs,
    ulong EndTimeNs,
    ulong Offset,
    ulong Length,
    IReadOnlyDictionary<ushort, ulong> MessageIndexOffsets,
    ulong MessageIndexLength,
    string Compression,
    ulong CompressedSize,
    ulong UncompressedSize);
