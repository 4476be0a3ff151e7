using System.Numerics;
using System.Runtime.InteropServices;

namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>Conversions of stored numbers to doubles. Exact but for integers beyond ±2⁵³.</summary>
internal static class NumberWidening
{
    public static void Floats(ReadOnlySpan<float> stored, Span<double> destination)
    {
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(stored);
        Span<Vector<double>> target = MemoryMarshal.Cast<double, Vector<double>>(destination);
        for (int i = 0; i < wide.Length; i++)
        {
            Vector.Widen(wide[i], out target[2 * i], out target[(2 * i) + 1]);
        }

        for (int i = wide.Length * Vector<float>.Count; i < stored.Length; i++)
        {
            destination[i] = stored[i];
        }
    }

    public static void Doubles(ReadOnlySpan<double> stored, Span<double> destination) => stored.CopyTo(destination);

    public static void Halves(ReadOnlySpan<Half> stored, Span<double> destination)
    {
        for (int i = 0; i < stored.Length; i++)
        {
            destination[i] = (double)stored[i];
        }
    }

    public static void Int32(ReadOnlySpan<int> stored, Span<double> destination)
    {
        for (int i = 0; i < stored.Length; i++)
        {
            destination[i] = stored[i];
        }
    }

    public static void UInt32(ReadOnlySpan<uint> stored, Span<double> destination)
    {
        for (int i = 0; i < stored.Length; i++)
        {
            destination[i] = stored[i];
        }
    }

    public static void Int64(ReadOnlySpan<long> stored, Span<double> destination)
    {
        for (int i = 0; i < stored.Length; i++)
        {
            destination[i] = stored[i];
        }
    }

    public static void UInt64(ReadOnlySpan<ulong> stored, Span<double> destination)
    {
        for (int i = 0; i < stored.Length; i++)
        {
            destination[i] = stored[i];
        }
    }
}
