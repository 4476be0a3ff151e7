using System.Text.Json;
using Interlock.Recording.Flight.Tap;
using Interlock.Recording.Mcap.Records;

namespace Interlock.Runtime.Live.Channels;

/// <summary>One recording as it comes from its recorder.</summary>
internal sealed class FeedTap(FeedHub hub, string prefix) : IFlightTap
{
    // What a viewer needs to know of a run before its first message.
    private const string RunMetadata = "interlock.run";
    private const string FactsFile = "run.json";

    private readonly Dictionary<ushort, McapSchema> _schemas = [];
    private readonly Dictionary<ushort, FeedChannel> _channels = [];
    private readonly List<FeedChannel> _unannounced = [];

    public void Schema(McapSchema schema) => _schemas[schema.Id] = schema;

    public void Channel(McapChannel channel)
    {
        FeedChannel made = new(hub.NextChannelId(), prefix + channel.Topic, _schemas[channel.SchemaId], channel.Metadata);
        _channels[channel.Id] = made;
        _unannounced.Add(made);
    }

    public void Message(ushort channelId, uint sequence, ulong timeNs, ReadOnlySpan<byte> data)
    {
        Announce();
        hub.Publish(_channels[channelId], timeNs, data);
    }

    public void Attachment(string name, string mediaType, ReadOnlyMemory<byte> data) =>
        hub.Files.Add(FileName(name), mediaType, data);

    public void Metadata(McapMetadata metadata)
    {
        if (metadata.Name != RunMetadata)
        {
            return;
        }

        if (prefix.Length == 0)
        {
            hub.SetRun(metadata.Entries);
            return;
        }

        // Of several sessions at once: for who wants to know, not told to everybody.
        hub.Files.Add(FileName(FactsFile), "application/json", JsonSerializer.SerializeToUtf8Bytes(metadata.Entries));
    }

    public void Pumped()
    {
        Announce();
        hub.WakeViewers();
    }

    public void End()
    {
        hub.WakeViewers();
        hub.Withdraw([.. _channels.Values]);
        _channels.Clear();
        if (prefix.Length > 0)
        {
            hub.Files.RemoveAll(FileName(""));
        }
    }

    private string FileName(string name) => prefix.Length == 0 ? name : $"{prefix.TrimStart('/')}/{name}";

    private void Announce()
    {
        if (_unannounced.Count > 0)
        {
            hub.Announce([.. _unannounced]);
            _unannounced.Clear();
        }
    }
}
