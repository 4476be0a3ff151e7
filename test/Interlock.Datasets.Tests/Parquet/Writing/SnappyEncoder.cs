using System.Buffers.Binary;

namespace Interlock.Datasets.Tests.Parquet.Writing;

/// <summary>A greedy Snappy compressor: enough to produce literals of every length form and copies with 1, 2 and 4 bytes of offset.</summary>
internal static class SnappyEncoder
{
    private const int ShortestMatch = 4;
    private const int LongestCopy = 64;

    public static byte[] Encode(byte[] source)
    {
        MemoryStream bytes = new();
        LevelEncoder.WriteVarint(bytes, (ulong)source.Length);
        Dictionary<uint, int> seen = [];
        int literal = 0;
        int i = 0;
        while (i + ShortestMatch <= source.Length)
        {
            uint key = BinaryPrimitives.ReadUInt32LittleEndian(source.AsSpan(i));
            bool found = seen.TryGetValue(key, out int earlier);
            seen[key] = i;
            if (!found)
            {
                i++;
                continue;
            }

            int length = source.AsSpan(i).CommonPrefixLength(source.AsSpan(earlier, source.Length - i));
            WriteLiteral(bytes, source.AsSpan(literal, i - literal));
            WriteCopies(bytes, i - earlier, length);
            i += length;
            literal = i;
        }

        WriteLiteral(bytes, source.AsSpan(literal));
        return bytes.ToArray();
    }

    private static void WriteLiteral(MemoryStream bytes, ReadOnlySpan<byte> literal)
    {
        if (literal.IsEmpty)
        {
            return;
        }

        int code = literal.Length - 1;
        int width = code < 60 ? 0 : code < 1 << 8 ? 1 : code < 1 << 16 ? 2 : 3;
        bytes.WriteByte((byte)((width == 0 ? code : 59 + width) << 2));
        for (int i = 0; i < width; i++)
        {
            bytes.WriteByte((byte)(code >> (8 * i)));
        }

        bytes.Write(literal);
    }

    private static void WriteCopies(MemoryStream bytes, int offset, int length)
    {
        while (length > 0)
        {
            int part = Math.Min(length, LongestCopy);
            WriteCopy(bytes, offset, part);
            length -= part;
        }
    }

    private static void WriteCopy(MemoryStream bytes, int offset, int length)
    {
        if (offset < 1 << 11 && length is >= 4 and <= 11)
        {
            bytes.WriteByte((byte)(1 | ((length - 4) << 2) | ((offset >> 8) << 5)));
            bytes.WriteByte((byte)offset);
            return;
        }

        int width = offset < 1 << 16 ? 2 : 4;
        bytes.WriteByte((byte)((width == 2 ? 2 : 3) | ((length - 1) << 2)));
        for (int i = 0; i < width; i++)
        {
            bytes.WriteByte((byte)(offset >> (8 * i)));
        }
    }
}
