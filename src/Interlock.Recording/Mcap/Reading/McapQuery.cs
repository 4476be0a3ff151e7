using Interlock.Recording.Mcap.Records;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>Which messages are wanted.</summary>
public sealed record McapQuery
{
    /// <summary>Channel ids; null for every channel.</summary>
    public IReadOnlySet<ushort>? Channels { get; init; }

    /// <summary>Earliest log time, ns, inclusive. Default 0.</summary>
    public ulong FromNs { get; init; }

    /// <summary>Latest log time, ns, inclusive. Default no bound.</summary>
    public ulong ToNs { get; init; } = ulong.MaxValue;

    /// <summary>Order. Default by log time.</summary>
    public McapOrder Order { get; init; }

    internal bool Wants(in McapMessage message) =>
        message.LogTimeNs >= FromNs && message.LogTimeNs <= ToNs && Channels?.Contains(message.ChannelId) != false;

    internal bool MayBeIn(MessageRegion region) => region.EndTimeNs >= FromNs && region.StartTimeNs <= ToNs;

    internal bool MayBeIn(ChunkIndex chunk) =>
        chunk.EndTimeNs >= FromNs && chunk.StartTimeNs <= ToNs
        && (Channels is null || chunk.MessageIndexOffsets.Count == 0 || chunk.MessageIndexOffsets.Keys.Any(Channels.Contains));
}
