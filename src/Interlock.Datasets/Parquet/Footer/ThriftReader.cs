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
        return count == 0 || found == element
            ? count
            : throw Damage($"a list of thrift type {(int)element} was expected, found {(int)found}");
    }

    public readonly void Expect(ThriftType found, ThriftType expected)
    {
        if (found != expected)
        {
            throw Damage($"thrift type {(int)expected} was expected, found {(int)found}");
        }
    }

    /// <summary>Passes over a value of any type.</summary>
    public void Skip(ThriftType type) => ThriftSkipper.Skip(ref this, type, 0);

    public int ReadListHeader(out ThriftType element)
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
    public int ReadLength()
    {
        ulong length = ReadVarint();
        return length <= (ulong)Left ? (int)length : throw Damage($"a length of {length} is more than the {Left} bytes left");
    }

    public long ReadZigZag()
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

    public byte ReadByte() => Left > 0 ? _data[Position++] : throw Damage("it ends in the middle of a value");

    public void Advance(int count)
    {
        if (count > Left)
        {
            throw Damage("it ends in the middle of a value");
        }

        Position += count;
    }

    public readonly DiagnosticException Damage(string what) => ParquetFault.Of(code, $"the metadata at byte {Position} is damaged: {what}");
}
