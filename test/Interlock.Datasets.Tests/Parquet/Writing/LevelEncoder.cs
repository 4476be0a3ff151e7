using System.Numerics;

namespace Interlock.Datasets.Tests.Parquet.Writing;

/// <summary>Writes the hybrid of runs and bit-packed groups.</summary>
internal static class LevelEncoder
{
    private const int Group = 8;

    public static int WidthOf(int max) => max == 0 ? 0 : BitOperations.Log2((uint)max) + 1;

    public static byte[] Encode(ReadOnlySpan<int> values, int width)
    {
        MemoryStream bytes = new();
        for (int i = 0; i < values.Length;)
        {
            int run = RunLength(values[i..]);
            if (run >= Group || i + run == values.Length)
            {
                WriteRun(bytes, values[i], run, width);
                i += run;
                continue;
            }

            int start = i;
            do
            {
                i = Math.Min(i + Group, values.Length);
            }
            while (i < values.Length && RunLength(values[i..]) < Group);
            WritePacked(bytes, values[start..i], width);
        }

        return bytes.ToArray();
    }

    public static byte[] Encode(byte[] levels, int width) => Encode(Array.ConvertAll(levels, level => (int)level), width);

    public static void WriteVarint(Stream bytes, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes.WriteByte((byte)(value | 0x80));
        }

        bytes.WriteByte((byte)value);
    }

    /// <summary>Least significant bit first; the last byte is filled with zeros.</summary>
    public static byte[] Pack(ReadOnlySpan<ulong> values, int width)
    {
        byte[] packed = new byte[(((long)values.Length * width) + 7) / 8];
        long bit = 0;
        foreach (ulong value in values)
        {
            for (int b = 0; b < width; b++, bit++)
            {
                packed[bit >> 3] |= (byte)(((value >> b) & 1) << (int)(bit & 7));
            }
        }

        return packed;
    }

    private static int RunLength(ReadOnlySpan<int> values)
    {
        int end = values.IndexOfAnyExcept(values[0]);
        return end < 0 ? values.Length : end;
    }

    private static void WriteRun(MemoryStream bytes, int value, int count, int width)
    {
        WriteVarint(bytes, (ulong)count << 1);
        for (int i = 0; i < (width + 7) / 8; i++)
        {
            bytes.WriteByte((byte)(value >> (8 * i)));
        }
    }

    private static void WritePacked(MemoryStream bytes, ReadOnlySpan<int> values, int width)
    {
        int groups = (values.Length + Group - 1) / Group;
        ulong[] padded = new ulong[groups * Group];
        for (int i = 0; i < values.Length; i++)
        {
            padded[i] = (ulong)values[i];
        }

        WriteVarint(bytes, ((ulong)groups << 1) | 1);
        bytes.Write(Pack(padded, width));
    }
}
