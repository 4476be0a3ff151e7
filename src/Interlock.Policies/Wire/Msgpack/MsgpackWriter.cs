using System.Buffers.Binary;
using System.Text;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.Msgpack;

/// <summary>Writes msgpack as Python's packer does: shortest integers and lengths, floats always 64 bits.</summary>
internal readonly struct MsgpackWriter(WireBuffer buffer)
{
    public void Nil() => buffer.Add(0xc0);

    public void Boolean(bool value) => buffer.Add(value ? (byte)0xc3 : (byte)0xc2);

    public void Number(double value)
    {
        buffer.Add(0xcb);
        BinaryPrimitives.WriteDoubleBigEndian(buffer.Take(sizeof(double)), value);
    }

    public void Integer(Int128 value)
    {
        switch (value)
        {
            case var _ when value >= -32 && value <= 0x7f:
                buffer.Add((byte)(sbyte)value);
                break;
            case var _ when value > 0 && value <= ulong.MaxValue:
                Sized(0xcc, (ulong)value, BytesOf((ulong)value));
                break;
            case var _ when value < 0 && value >= long.MinValue:
                Sized(0xd0, (ulong)(long)value, value >= sbyte.MinValue ? 1 : value >= short.MinValue ? 2 : value >= int.MinValue ? 4 : 8);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), "Msgpack has integers of 64 bits.");
        }
    }

    public void Text(string value)
    {
        int bytes = Encoding.UTF8.GetByteCount(value);
        TextHeader(bytes);
        Encoding.UTF8.GetBytes(value, buffer.Take(bytes));
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        TextHeader(utf8.Length);
        buffer.Add(utf8);
    }

    public void Binary(ReadOnlySpan<byte> value)
    {
        Sized(0xc4, (ulong)value.Length, BytesOf((ulong)value.Length));
        buffer.Add(value);
    }

    public void Extension(int type, ReadOnlySpan<byte> data)
    {
        if (data.Length is 1 or 2 or 4 or 8 or 16)
        {
            buffer.Add((byte)(0xd4 + int.Log2(data.Length)));
        }
        else
        {
            Sized(0xc7, (ulong)data.Length, BytesOf((ulong)data.Length));
        }

        buffer.Add((byte)checked((sbyte)type));
        buffer.Add(data);
    }

    public void ListHeader(int count) => GroupHeader(0x90, 0xdc, count);

    public void MapHeader(int count) => GroupHeader(0x80, 0xde, count);

    public void Array(in NumpyArray array)
    {
        MapHeader(NumpyMarker.ArrayEntries);
        Marker(NumpyMarker.ArrayName);
        Binary("data"u8);
        Binary(array.Data.Span);
        Dtype(array.Dtype);
        Binary("shape"u8);
        ListHeader(array.Shape.Rank);
        for (int i = 0; i < array.Shape.Rank; i++)
        {
            Integer(array.Shape[i]);
        }
    }

    public void Marker(ReadOnlySpan<byte> name)
    {
        Binary(name);
        Boolean(true);
    }

    public void Dtype(NumpyDtype dtype)
    {
        Span<byte> name = stackalloc byte[NumpyDtype.NameBytes];
        dtype.WriteName(name);
        Binary("dtype"u8);
        Text(name);
    }

    private static int BytesOf(ulong value) => value <= byte.MaxValue ? 1 : value <= ushort.MaxValue ? 2 : value <= uint.MaxValue ? 4 : 8;

    private void TextHeader(int bytes)
    {
        if (bytes <= 0x1f)
        {
            buffer.Add((byte)(0xa0 | bytes));
        }
        else
        {
            Sized(0xd9, (ulong)bytes, BytesOf((ulong)bytes));
        }
    }

    private void GroupHeader(byte shortLead, byte lead, int count)
    {
        if (count <= 0x0f)
        {
            buffer.Add((byte)(shortLead | count));
        }
        else if (count <= ushort.MaxValue)
        {
            BigEndian(lead, (ulong)count, 2);
        }
        else
        {
            BigEndian((byte)(lead + 1), (ulong)count, 4);
        }
    }

    private void Sized(byte leadOfOneByte, ulong value, int bytes) => BigEndian((byte)(leadOfOneByte + int.Log2(bytes)), value, bytes);

    private void BigEndian(byte lead, ulong value, int bytes)
    {
        buffer.Add(lead);
        Span<byte> whole = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(whole, value);
        buffer.Add(whole[^bytes..]);
    }
}
