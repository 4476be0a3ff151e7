using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Web.Episodes;

/// <summary>Slices of signals as the pages read them: a head of 32 bytes, then for each signal its lowest and its highest values as float32, all little endian.</summary>
internal static class SignalFrame
{
    /// <summary>'ILFR'.</summary>
    public const uint Magic = 0x52464C49;

    public const int HeadBytes = 32;

    /// <param name="slices">All of the same number of buckets.</param>
    /// <param name="t0">Where the first bucket begins, s.</param>
    /// <param name="dt">Length of a bucket, s.</param>
    public static byte[] Encode(IReadOnlyList<SignalSlice> slices, double t0, double dt)
    {
        int buckets = slices.Count == 0 ? 0 : slices[0].Count;
        byte[] frame = new byte[HeadBytes + (slices.Count * buckets * 2 * sizeof(float))];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), slices.Count);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(8), buckets);
        BinaryPrimitives.WriteDoubleLittleEndian(frame.AsSpan(16), t0);
        BinaryPrimitives.WriteDoubleLittleEndian(frame.AsSpan(24), dt);
        Span<byte> rest = frame.AsSpan(HeadBytes);
        foreach (SignalSlice slice in slices)
        {
            rest = Put(slice.Highs.Span, Put(slice.Lows.Span, rest));
        }

        return frame;
    }

    private static Span<byte> Put(ReadOnlySpan<float> values, Span<byte> target)
    {
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(values).CopyTo(target);
            return target[(values.Length * sizeof(float))..];
        }

        foreach (float value in values)
        {
            BinaryPrimitives.WriteSingleLittleEndian(target, value);
            target = target[sizeof(float)..];
        }

        return target;
    }
}
