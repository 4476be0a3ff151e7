using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>A position in the encoded bytes of a page, with the plain integers that stand between packed ones.</summary>
/// <param name="data">The bytes.</param>
/// <param name="encoding">Name of the encoding, for errors.</param>
internal struct PageCursor(ArraySegment<byte> data, string encoding)
{
    private const int LongestVarint = 10;

    /// <summary>Bytes that were consumed.</summary>
    public int Position { get; private set; }

    public readonly int Left => data.Count - Position;

    public readonly ReadOnlySpan<byte> Data => data;

    public ulong ReadVarint()
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

    public long ReadZigZag()
    {
        ulong value = ReadVarint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A little-endian integer of 0 to 4 bytes.</summary>
    public uint ReadLittleEndian(int bytes)
    {
        uint value = 0;
        for (int i = 0; i < bytes; i++)
        {
            value |= (uint)ReadByte() << (8 * i);
        }

        return value;
    }

    /// <summary>The next bytes, consumed.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left)
        {
            throw Damage("it ends early");
        }

        Position += count;
        return Data.Slice(Position - count, count);
    }

    public readonly DiagnosticException Damage(string what) =>
        ParquetFault.Of(ParquetCodes.PageDamaged, $"a page is damaged: {encoding}: {what}");

    private byte ReadByte() => Left > 0 ? data[Position++] : throw Damage("it ends early");
}
