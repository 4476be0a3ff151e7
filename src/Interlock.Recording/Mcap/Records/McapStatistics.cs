namespace Interlock.Recording.Mcap.Records;

/// <summary>What a file holds, as its writer counted.</summary>
/// <param name="MessageCount">Messages.</param>
/// <param name="SchemaCount">Schemas.</param>
/// <param name="ChannelCount">Channels.</param>
/// <param name="AttachmentCount">Attachments.</param>
/// <param name="MetadataCount">Metadata records.</param>
/// <param name="ChunkCount">Chunks.</param>
/// <param name="MessageStartTimeNs">Earliest log time, ns; 0 without messages.</param>
/// <param name="MessageEndTimeNs">Latest log time, ns; 0 without messages.</param>
/// <param name="ChannelMessageCounts">Messages of each channel; empty when the writer did not count.</param>
public sealed record McapStatistics(
    ulong MessageCount,
    ushort SchemaCount,
    uint ChannelCount,
    uint AttachmentCount,
    uint MetadataCount,
    uint ChunkCount,
    ulong MessageStartTimeNs,
    ulong MessageEndTimeNs,
    IReadOnlyDictionary<ushort, ulong> ChannelMessageCounts);
