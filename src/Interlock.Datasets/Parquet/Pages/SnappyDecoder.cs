using System.Runtime.CompilerServices;
using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Parquet.Pages;

/// <summary>Decodes the raw (unframed) Snappy format. Source: the published format description of Snappy.</summary>
internal static class SnappyDecoder
{
    private const int LiteralTag = 0;
    private const int CopyWith11BitOffset = 1;
    private const int CopyWith16BitOffset = 2;

    /// <summary>Longest literal whose length is in the tag itself.</summary>
    private const int ShortLiteral = 60;

    /// <summary>A tag of three bytes copies at most 64 bytes, so honest data never grows by more than this.</summary>
    private const int MostGrowth = 22;

    /// <summary>Length of the decoded bytes as the first bytes state it; refused when the rest cannot produce it.</summary>
    public static int DecodedLength(ReadOnlySpan<byte> source, out int headerLength)
    {
        ulong length = 0;
        for (int i = 0; i < Math.Min(5, source.Length); i++)
        {
            length |= (ulong)(source[i] & 0x7F) << (7 * i);
            if (source[i] < 0x80)
            {
                headerLength = i + 1;
                return length <= (ulong)source.Length * MostGrowth
                    ? (int)Math.Min(length, int.MaxValue)
                    : throw Damage($"{source.Length} bytes cannot hold {length}");
            }
        }

        throw Damage("it has no length");
    }

    /// <summary>Decodes <paramref name="source"/>, after its length, into exactly <paramref name="destination"/>.</summary>
    // Compiled once at full speed: a dataset is often read before the tiers of the just-in-time compiler have settled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Decode(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int from = 0;
        int to = 0;
        while (from < source.Length)
        {
            int tag = source[from++];
            int kind = tag & 3;
            if (kind == LiteralTag)
            {
                int length = LiteralLength(source, tag >> 2, ref from);
                if (length > source.Length - from || length > destination.Length - to)
                {
                    throw Damage("a literal is longer than the bytes left");
                }

                source.Slice(from, length).CopyTo(destination[to..]);
                from += length;
                to += length;
            }
            else
            {
                int offset = CopyOffset(source, tag, kind, ref from);
                int length = kind == CopyWith11BitOffset ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
                if (offset <= 0 || offset > to || length > destination.Length - to)
                {
                    throw Damage("a copy reaches outside the decoded bytes");
                }

                Copy(destination, to, offset, length);
                to += length;
            }
        }

        if (to != destination.Length)
        {
            throw Damage($"it decodes to {to} bytes where {destination.Length} were announced");
        }
    }

    private static int LiteralLength(ReadOnlySpan<byte> source, int code, ref int from)
    {
        if (code < ShortLiteral)
        {
            return code + 1;
        }

        int width = code - ShortLiteral + 1;
        uint length = ReadLittleEndian(source, from, width);
        from += width;
        return length < int.MaxValue ? (int)length + 1 : int.MaxValue;
    }

    private static int CopyOffset(ReadOnlySpan<byte> source, int tag, int kind, ref int from)
    {
        int width = kind switch { CopyWith11BitOffset => 1, CopyWith16BitOffset => 2, _ => 4 };
        uint offset = ReadLittleEndian(source, from, width);
        from += width;
        return kind == CopyWith11BitOffset ? (int)(offset | ((uint)(tag >> 5) << 8)) : (int)Math.Min(offset, int.MaxValue);
    }

    private static uint ReadLittleEndian(ReadOnlySpan<byte> source, int from, int width)
    {
        if (width > source.Length - from)
        {
            throw Damage("it ends in the middle of a tag");
        }

        uint value = 0;
        for (int i = width - 1; i >= 0; i--)
        {
            value = (value << 8) | source[from + i];
        }

        return value;
    }

    private static void Copy(Span<byte> bytes, int to, int offset, int length)
    {
        if (offset >= length)
        {
            bytes.Slice(to - offset, length).CopyTo(bytes[to..]);
            return;
        }

        // The copy overlaps what it writes: the last `offset` bytes repeat.
        for (int done = 0; done < length;)
        {
            int part = Math.Min(offset + done, length - done);
            bytes.Slice(to - offset, part).CopyTo(bytes[(to + done)..]);
            done += part;
        }
    }

    private static DiagnosticException Damage(string what) =>
        ParquetFault.Of(ParquetCodes.DecompressionFailed, $"Snappy data is damaged: {what}");
}
