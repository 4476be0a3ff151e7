using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Flight;

/// <summary>Writes step records as JSON messages of one channel; their first eight bytes are log and publish time, ns.</summary>
/// <param name="writer">The open file; not disposed.</param>
/// <param name="channelId">A channel of message encoding <c>json</c> that was added to it.</param>
/// <param name="encode">From the record to JSON.</param>
public sealed class McapStepSink(McapWriter writer, ushort channelId, StepJson encode) : IStepSink
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private Utf8JsonWriter? _json;
    private uint _sequence;

    /// <inheritdoc />
    public void Write(ReadOnlySpan<byte> record)
    {
        _text.ResetWrittenCount();
        _json ??= new Utf8JsonWriter(_text);
        _json.Reset(_text);
        encode(record, _json);
        _json.Flush();
        ulong timeNs = BinaryPrimitives.ReadUInt64LittleEndian(record);
        writer.WriteMessage(channelId, _sequence++, timeNs, timeNs, _text.WrittenSpan);
    }

    /// <inheritdoc />
    public void Flush() => writer.Flush();
}
