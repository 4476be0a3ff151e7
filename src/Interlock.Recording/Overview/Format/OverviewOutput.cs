using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Interlock.Recording.Overview.Format;

/// <summary>Little-endian fields one after the other.</summary>
internal sealed class OverviewOutput
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void Raw(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void Byte(int value) => Raw([(byte)value]);

    public void UInt16(int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.GetSpan(sizeof(ushort)), checked((ushort)value));
        _bytes.Advance(sizeof(ushort));
    }

    public void UInt32(int value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(sizeof(uint)), checked((uint)value));
        _bytes.Advance(sizeof(uint));
    }

    public void Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    public void Double(double value) => Int64(BitConverter.DoubleToInt64Bits(value));

    public void Text(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        UInt32(utf8.Length);
        Raw(utf8);
    }

    public void OptionalText(string? text)
    {
        Byte(text is null ? 0 : 1);
        if (text is not null)
        {
            Text(text);
        }
    }
}
