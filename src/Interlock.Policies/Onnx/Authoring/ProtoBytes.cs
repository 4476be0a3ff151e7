using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Interlock.Policies.Onnx.Authoring;

/// <summary>Writes fields of a protobuf message. Source: protobuf encoding specification.</summary>
internal sealed class ProtoBytes
{
    private const int VarintType = 0;
    private const int BytesType = 2;
    private const int Fixed32Type = 5;
    private const int TagBits = 3;
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public ProtoBytes Number(int field, long value)
    {
        Varint(((ulong)field << TagBits) | VarintType);
        Varint((ulong)value);
        return this;
    }

    public ProtoBytes Single(int field, float value)
    {
        Varint(((ulong)field << TagBits) | Fixed32Type);
        BinaryPrimitives.WriteSingleLittleEndian(_bytes.GetSpan(sizeof(float)), value);
        _bytes.Advance(sizeof(float));
        return this;
    }

    public ProtoBytes Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoBytes Message(int field, ProtoBytes message) => Bytes(field, message.Written);

    public ProtoBytes Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint(((ulong)field << TagBits) | BytesType);
        Varint((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    private void Varint(ulong value)
    {
        const int PayloadBits = 7;
        const byte More = 0x80;
        for (; value >= More; value >>= PayloadBits)
        {
            Byte((byte)(value | More));
        }

        Byte((byte)value);
    }

    private void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
