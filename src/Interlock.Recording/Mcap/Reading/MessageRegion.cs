namespace Interlock.Recording.Mcap.Reading;

/// <summary>A stretch of the file that is a sequence of schema, channel and message records: the inside of a chunk, or records outside chunks.</summary>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Crc">Checksum; 0 for none.</param>
/// <param name="StartTimeNs">No message is earlier.</param>
/// <param name="EndTimeNs">No message is later.</param>
/// <param name="Channels">Channels with messages; null where the file does not say.</param>
internal sealed record MessageRegion(long Offset, long Length, uint Crc, ulong StartTimeNs, ulong EndTimeNs, IReadOnlySet<ushort>? Channels);
