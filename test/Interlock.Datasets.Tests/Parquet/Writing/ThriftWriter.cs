using System.Text;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Tests.Parquet.Writing;

/// <summary>Writes the thrift compact protocol.</summary>
internal sealed class ThriftWriter
{
    private readonly MemoryStream _bytes = new();
    private readonly Stack<int> _outer = new();
    private int _last;

    public byte[] ToArray() => _bytes.ToArray();

    public ThriftWriter Int32(int field, int value) => Header(field, ThriftType.Int32).ZigZag(value);

    public ThriftWriter Int64(int field, long value) => Header(field, ThriftType.Int64).ZigZag(value);

    public ThriftWriter Boolean(int field, bool value) => Header(field, value ? ThriftType.True : ThriftType.False);

    public ThriftWriter Text(int field, string value) => Header(field, ThriftType.Binary).RawText(value);

    public ThriftWriter TextList(int field, params string[] values)
    {
        List(field, ThriftType.Binary, values.Length);
        foreach (string value in values)
        {
            RawText(value);
        }

        return this;
    }

    public ThriftWriter Int32List(int field, params int[] values)
    {
        List(field, ThriftType.Int32, values.Length);
        foreach (int value in values)
        {
            ZigZag(value);
        }

        return this;
    }

    public ThriftWriter List(int field, ThriftType element, int count)
    {
        Header(field, ThriftType.List);
        _bytes.WriteByte((byte)((Math.Min(count, 15) << 4) | (int)element));
        return count >= 15 ? Varint((ulong)count) : this;
    }

    /// <summary>Starts a structure; field 0 means an element of a list.</summary>
    public ThriftWriter Begin(int field = 0)
    {
        if (field > 0)
        {
            Header(field, ThriftType.Structure);
        }

        _outer.Push(_last);
        _last = 0;
        return this;
    }

    public ThriftWriter End()
    {
        _bytes.WriteByte(0);
        _last = _outer.Pop();
        return this;
    }

    private ThriftWriter Header(int field, ThriftType type)
    {
        int delta = field - _last;
        if (delta is > 0 and < 16)
        {
            _bytes.WriteByte((byte)((delta << 4) | (int)type));
        }
        else
        {
            _bytes.WriteByte((byte)type);
            ZigZag(field);
        }

        _last = field;
        return this;
    }

    private ThriftWriter RawText(string value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(value);
        Varint((ulong)utf8.Length);
        _bytes.Write(utf8);
        return this;
    }

    private ThriftWriter ZigZag(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    private ThriftWriter Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.WriteByte((byte)(value | 0x80));
        }

        _bytes.WriteByte((byte)value);
        return this;
    }
}
