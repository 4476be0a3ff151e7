using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Tap;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Flight.Writing;

/// <summary>Where a recording goes: to the file, to a tap, or to both. Without a file nothing is kept.</summary>
internal sealed class FlightOutput : IDisposable
{
    private readonly McapWriter? _writer;
    private readonly TapLine? _tap;
    private ushort _schemas;
    private ushort _channels;

    /// <param name="stream">Null without a file.</param>
    /// <param name="options">Chunks and tap.</param>
    public FlightOutput(Stream? stream, FlightRecorderOptions options)
    {
        _tap = options.Tap is { } tap ? new TapLine(tap) : null;
        _writer = stream is null ? null : new McapWriter(stream, new McapWriterOptions
        {
            ChunkBytes = options.ChunkBytes,
            ChunkDurationNs = (ulong)(options.FlushInterval.TotalSeconds * FlightClock.NsPerS),
        });
    }

    public ulong BytesWritten => _writer?.BytesWritten ?? 0;

    /// <summary>Why the tap was let go, once.</summary>
    public string? TakeTapFault() => _tap?.TakeFault();

    public ushort AddSchema(string name, string encoding, byte[] data)
    {
        ushort id = _writer?.AddSchema(name, encoding, data) ?? ++_schemas;
        _tap?.Tell(to => to.Schema(new McapSchema(id, name, encoding, data)));
        return id;
    }

    public ushort AddChannel(string topic, string encoding, ushort schemaId, IReadOnlyDictionary<string, string>? metadata)
    {
        ushort id = _writer?.AddChannel(topic, encoding, schemaId, metadata) ?? ++_channels;
        _tap?.Tell(to => to.Channel(new McapChannel(id, schemaId, topic, encoding, metadata ?? new Dictionary<string, string>())));
        return id;
    }

    /// <summary>For the file alone: what the tap was shown may be kept later or not at all.</summary>
    public void Keep(ushort channel, uint sequence, ulong timeNs, ReadOnlySpan<byte> data) =>
        _writer?.WriteMessage(channel, sequence, timeNs, timeNs, data);

    /// <summary>For the tap alone.</summary>
    public void Show(ushort channel, uint sequence, ulong timeNs, ReadOnlySpan<byte> data) =>
        _tap?.Message(channel, sequence, timeNs, data);

    public void WriteAttachment(McapAttachment attachment)
    {
        _writer?.WriteAttachment(attachment);
        _tap?.Tell(to => to.Attachment(attachment.Name, attachment.MediaType, attachment.Data));
    }

    public void WriteMetadata(McapMetadata metadata)
    {
        _writer?.WriteMetadata(metadata);
        _tap?.Tell(to => to.Metadata(metadata));
    }

    public void Pumped() => _tap?.Tell(static to => to.Pumped());

    public void Flush() => _writer?.Flush();

    public void Finish() => _writer?.Finish();

    public void Dispose()
    {
        _tap?.Tell(static to => to.End());
        _writer?.Dispose();
    }
}
