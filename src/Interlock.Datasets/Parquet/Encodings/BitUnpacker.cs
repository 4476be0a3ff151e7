using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>Integers packed with a fixed number of bits, least significant bit first.</summary>
internal static class BitUnpacker
{
    private static readonly ulong[] BytesOfBits = [.. Enumerable.Range(0, 256).Select(SpreadBits)];

    /// <summary>Reads integers of up to 32 bits; <paramref name="data"/> holds all of them.</summary>
    // Compiled once at full speed: a dataset is often read before the tiers of the just-in-time compiler have settled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Unpack(ReadOnlySpan<byte> data, long firstBit, int width, Span<int> destination)
    {
        uint mask = width == 32 ? uint.MaxValue : (1u << width) - 1;
        long bit = firstBit;
        int i = 0;
        ref byte start = ref MemoryMarshal.GetReference(data);

        // Every window of eight bytes that is read here lies inside the data.
        for (int whole = WholeWindows(data.Length, firstBit, width, destination.Length); i < whole; i++, bit += width)
        {
            ulong window = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, (nint)(bit >> 3)));
            destination[i] = (int)((uint)(window >> (int)(bit & 7)) & mask);
        }

        for (; i < destination.Length; i++, bit += width)
        {
            destination[i] = (int)((uint)(TailWindow(data, bit) >> (int)(bit & 7)) & mask);
        }
    }

    /// <summary>Reads integers of up to 8 bits as bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Unpack(ReadOnlySpan<byte> data, long firstBit, int width, Span<byte> destination)
    {
        long bit = firstBit;
        int i = 0;
        if (width == 1 && (bit & 7) == 0)
        {
            for (; i + 8 <= destination.Length; i += 8, bit += 8)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(destination[i..], BytesOfBits[data[(int)(bit >> 3)]]);
            }
        }

        int mask = (1 << width) - 1;
        for (; i < destination.Length; i++, bit += width)
        {
            destination[i] = (byte)((int)(TailWindow(data, bit) >> (int)(bit & 7)) & mask);
        }
    }

    /// <summary>Reads one integer of up to 64 bits; zeros follow the data.</summary>
    public static ulong UnpackOne(ReadOnlySpan<byte> data, long bit, int width)
    {
        int shift = (int)(bit & 7);
        ulong value = TailWindow(data, bit) >> shift;
        if (shift + width > 64)
        {
            value |= TailWindow(data, bit + 64) << (64 - shift);
        }

        return width == 64 ? value : value & ((1UL << width) - 1);
    }

    /// <summary>How many leading integers can be read through a window of eight bytes without leaving the data.</summary>
    private static int WholeWindows(int length, long firstBit, int width, int count)
    {
        long lastStart = ((long)(length - sizeof(ulong)) * 8) + 7;
        long fitting = lastStart < firstBit ? 0 : width == 0 ? count : ((lastStart - firstBit) / width) + 1;
        return (int)Math.Min(count, fitting);
    }

    /// <summary>The eight bytes from the one that holds <paramref name="bit"/>, zeros after the end.</summary>
    private static ulong TailWindow(ReadOnlySpan<byte> data, long bit)
    {
        int start = (int)(bit >> 3);
        if (start + sizeof(ulong) <= data.Length)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(data[start..]);
        }

        ulong window = 0;
        for (int i = data.Length - 1; i >= start; i--)
        {
            window = (window << 8) | data[i];
        }

        return window;
    }

    private static ulong SpreadBits(int bits)
    {
        ulong bytes = 0;
        for (int i = 0; i < 8; i++)
        {
            bytes |= (ulong)((bits >> i) & 1) << (8 * i);
        }

        return bytes;
    }
}
