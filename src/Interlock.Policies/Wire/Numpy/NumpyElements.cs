using System.Buffers.Binary;

namespace Interlock.Policies.Wire.Numpy;

/// <summary>Elements of numpy arrays as doubles.</summary>
internal static class NumpyElements
{
    public static int ToDoubles(NumpyDtype dtype, ReadOnlySpan<byte> data, Span<double> destination)
    {
        int nonFinite = 0;
        Span<byte> swapped = stackalloc byte[sizeof(double)];
        for (int i = 0; i < destination.Length; i++)
        {
            ReadOnlySpan<byte> item = data.Slice(i * dtype.ItemBytes, dtype.ItemBytes);
            destination[i] = dtype.IsBigEndian ? Read(dtype, Swap(item, swapped)) : Read(dtype, item);
            nonFinite += double.IsFinite(destination[i]) ? 0 : 1;
        }

        return nonFinite;
    }

    private static ReadOnlySpan<byte> Swap(ReadOnlySpan<byte> item, Span<byte> swapped)
    {
        item.CopyTo(swapped);
        swapped[..item.Length].Reverse();
        return swapped[..item.Length];
    }

    private static double Read(NumpyDtype dtype, ReadOnlySpan<byte> item) => dtype.Kind switch
    {
        NumpyKind.Real => Real(item),
        NumpyKind.Signed => Signed(item),
        NumpyKind.Unsigned => Unsigned(item),
        _ => item[0] == 0 ? 0 : 1,
    };

    private static double Real(ReadOnlySpan<byte> item) => item.Length switch
    {
        sizeof(float) => BinaryPrimitives.ReadSingleLittleEndian(item),
        sizeof(double) => BinaryPrimitives.ReadDoubleLittleEndian(item),
        _ => (double)BinaryPrimitives.ReadHalfLittleEndian(item),
    };

    private static double Signed(ReadOnlySpan<byte> item) => item.Length switch
    {
        1 => (sbyte)item[0],
        2 => BinaryPrimitives.ReadInt16LittleEndian(item),
        4 => BinaryPrimitives.ReadInt32LittleEndian(item),
        _ => BinaryPrimitives.ReadInt64LittleEndian(item),
    };

    private static double Unsigned(ReadOnlySpan<byte> item) => item.Length switch
    {
        1 => item[0],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(item),
        4 => BinaryPrimitives.ReadUInt32LittleEndian(item),
        _ => BinaryPrimitives.ReadUInt64LittleEndian(item),
    };
}
