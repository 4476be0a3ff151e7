using System.Text;
using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Parquet.Footer;

/// <summary>Reads the thrift compact protocol. Every length is checked against the bytes that are left before it is used.</summary>
/// <param name="data">The bytes.</param>
/// <param name="code">Diagnostic code of damage found here.</param>
internal ref struct ThriftReader(ReadOnlySpan<byte> data, string code)
{
    private const int LongestVarint = 10;

    private readonly ReadOnlySpan<byte> _data = data;

    public int Position { get; private set; }

    private readonly int Left => _data.Length - Position;

    /// <summary>Reads the next field header of a structure; false at its end.</summary>
    /// <param name="field">Number of the last field of this structure, 0 at first; receives the number of this one.</param>
    /// <param name="type">Its type.</param>
    public bool NextField(ref int field, out ThriftType type)
    {
        byte header = ReadByte();
        type = (ThriftType)(header & 0x0F);
        if (type == ThriftType.Stop)
        {
            return false;
        }

        int delta = header >> 4;
        field = delta == 0 ? (short)ReadZigZag() : field + delta;
        return true;
    }

    public readonly bool ReadBoolean(ThriftType type) => type switch
    {
        ThriftType.True => true,
        ThriftType.False => false,
        _ => throw Damage($"a boolean was expected, found thrift type {(int)type}"),
    };

    public int ReadInt32(ThriftType type)
    {
        Expect(type, ThriftType.Int32);
        long value = ReadZigZag();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Damage($"{value} does not fit 32 bits");
    }

    public long ReadInt64(ThriftType type)
    {
        Expect(type, ThriftType.Int64);
        return ReadZigZag();
    }

    public string ReadText(ThriftType type)
    {
        Expect(type, ThriftType.Binary);
        int length = ReadLength();
        string text = Encoding.UTF8.GetString(_data.Slice(Position, length));
        Position += length;
        return text;
    }

    /// <summary>Reads a list header; returns the number of elements, which is at most the number of bytes left.</summary>
    public int ReadList(ThriftType type, ThriftType element)
    {
        Expect(type, ThriftType.List);
        int count = ReadListHeader(out ThriftType found);
        return count == 0 || found == element ? count : throw Damage($"a list of thrift type {(int)element} was expected, found {(int)found}");
    }

    public readonly void Expect(ThriftType found, ThriftType expected)
    {
        if (found != expected)
        {
            throw Damage($"thrift type {(int)expected} was expected, found {(int)found}");
        }
    }

    public void Skip(ThriftType type) => Skip(type, 0);

    private void Skip(ThriftType type, int depth)
    {
        if (depth > ParquetLimits.Depth)
        {
            throw Damage($"structures are nested deeper than {ParquetLimits.Depth}");
        }

        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                break;
            case ThriftType.Byte:
                Advance(sizeof(byte));
                break;
            case ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64:
                ReadVarint();
                break;
            case ThriftType.Double:
                Advance(sizeof(double));
                break;
            case ThriftType.Binary:
                Advance(ReadLength());
                break;
            case ThriftType.List or ThriftType.Set:
                SkipElements(ReadListHeader(out ThriftType element), element, depth);
                break;
            case ThriftType.Map:
                SkipMap(depth);
                break;
            case ThriftType.Structure:
                SkipStructure(depth);
                break;
            default:
                throw Damage($"thrift type {(int)type} does not exist");
        }
    }

    private void SkipElements(int count, ThriftType element, int depth)
    {
        for (int i = 0; i < count; i++)
        {
            SkipElement(element, depth);
        }
    }

    private void SkipElement(ThriftType element, int depth)
    {
        // Outside a field header a boolean takes a byte of its own.
        if (element is ThriftType.True or ThriftType.False)
        {
            Advance(sizeof(byte));
        }
        else
        {
            Skip(element, depth + 1);
        }
    }

    private void SkipMap(int depth)
    {
        int count = ReadLength();
        if (count == 0)
        {
            return;
        }

        byte types = ReadByte();
        for (int i = 0; i < count; i++)
        {
            SkipElement((ThriftType)(types >> 4), depth);
            SkipElement((ThriftType)(types & 0x0F), depth);
        }
    }

    private void SkipStructure(int depth)
    {
        int field = 0;
        while (NextField(ref field, out ThriftType type))
        {
            Skip(type, depth + 1);
        }
    }

    private int ReadListHeader(out ThriftType element)
    {
        const int longForm = 15;
        byte header = ReadByte();
        element = (ThriftType)(header & 0x0F);
        int count = header >> 4;
        if (count == longForm)
        {
            return ReadLength();
        }

        return count <= Left ? count : throw Damage($"a list of {count} elements is longer than the bytes left");
    }

    /// <summary>A count of bytes, or of elements that take at least a byte each.</summary>
    private int ReadLength()
    {
        ulong length = ReadVarint();
        return length <= (ulong)Left ? (int)length : throw Damage($"a length of {length} is more than the {Left} bytes left");
    }

    private long ReadZigZag()
    {
        ulong value = ReadVarint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (int i = 0; i < LongestVarint; i++)
        {
            byte next = ReadByte();
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Damage("an integer is longer than 64 bits");
    }

    private byte ReadByte() => Left > 0 ? _data[Position++] : throw Damage("it ends in the middle of a value");

    private void Advance(int count)
    {
        if (count > Left)
        {
            throw Damage("it ends in the middle of a value");
        }

        Position += count;
    }

    private readonly DiagnosticException Damage(string what) => ParquetFault.Of(code, $"the metadata at byte {Position} is damaged: {what}");
}
