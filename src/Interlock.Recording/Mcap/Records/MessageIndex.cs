namespace Interlock.Recording.Mcap.Records;

/// <summary>Log times of one channel's messages in a chunk, with their offsets in the chunk's records.</summary>
internal sealed record MessageIndex(ushort ChannelId, IReadOnlyList<(ulong LogTimeNs, ulong Offset)> Entries);
