namespace Interlock.Recording.Mcap.Records;

/// <summary>Fields of a chunk before its records.</summary>
internal readonly record struct ChunkHead(
    ulong StartTimeNs,
    ulong EndTimeNs,
    ulong UncompressedSize,
    uint UncompressedCrc,
    string Compression,
    ulong RecordsLength,
    long RecordsOffset);
