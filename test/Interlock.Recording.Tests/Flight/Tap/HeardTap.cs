using Interlock.Recording.Flight.Tap;
using Interlock.Recording.Mcap.Records;

namespace Interlock.Recording.Tests.Flight.Tap;

/// <summary>Keeps what it is told.</summary>
internal sealed class HeardTap : IFlightTap
{
    public Dictionary<ushort, string> Topics { get; } = [];

    public List<(string Topic, ulong TimeNs, byte[] Data)> Messages { get; } = [];

    public List<string> Others { get; } = [];

    /// <summary>Message at which it breaks; null never.</summary>
    public int? BreaksAt { get; init; }

    public void Schema(McapSchema schema) => Others.Add($"schema {schema.Name}");

    public void Channel(McapChannel channel) => Topics.Add(channel.Id, channel.Topic);

    public void Message(ushort channelId, uint sequence, ulong timeNs, ReadOnlySpan<byte> data)
    {
        Messages.Add((Topics[channelId], timeNs, data.ToArray()));
        if (Messages.Count == BreaksAt)
        {
            throw new InvalidOperationException("the tap broke");
        }
    }

    public void Attachment(string name, string mediaType, ReadOnlyMemory<byte> data) => Others.Add($"attachment {name} {data.Length}");

    public void Metadata(McapMetadata metadata) => Others.Add($"metadata {metadata.Name}");

    public void Pumped()
    {
    }

    public void End() => Others.Add("end");
}
