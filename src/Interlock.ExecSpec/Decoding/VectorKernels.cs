using System.Numerics;
using System.Runtime.InteropServices;

namespace Interlock.ExecSpec.Decoding;

/// <summary>
/// The arithmetic of a chunk, a vector at a time. A result never depends on the width of the vector: every element is one product and one
/// sum, each rounded. Source and destination are equally long and may be the same memory.
/// </summary>
internal static class VectorKernels
{
    /// <summary>to = from · scale + offset.</summary>
    public static void Scale(ReadOnlySpan<double> from, ReadOnlySpan<double> scale, ReadOnlySpan<double> offset, Span<double> to)
    {
        ReadOnlySpan<Vector<double>> source = MemoryMarshal.Cast<double, Vector<double>>(from);
        ReadOnlySpan<Vector<double>> factors = MemoryMarshal.Cast<double, Vector<double>>(scale)[..source.Length];
        ReadOnlySpan<Vector<double>> shifts = MemoryMarshal.Cast<double, Vector<double>>(offset)[..source.Length];
        Span<Vector<double>> target = MemoryMarshal.Cast<double, Vector<double>>(to)[..source.Length];
        for (int i = 0; i < source.Length; i++)
        {
            target[i] = (source[i] * factors[i]) + shifts[i];
        }

        for (int i = source.Length * Vector<double>.Count; i < from.Length; i++)
        {
            to[i] = (from[i] * scale[i]) + offset[i];
        }
    }

    /// <summary>to = from − origin.</summary>
    public static void Subtract(ReadOnlySpan<double> from, ReadOnlySpan<double> origin, Span<double> to)
    {
        ReadOnlySpan<Vector<double>> source = MemoryMarshal.Cast<double, Vector<double>>(from);
        ReadOnlySpan<Vector<double>> origins = MemoryMarshal.Cast<double, Vector<double>>(origin)[..source.Length];
        Span<Vector<double>> target = MemoryMarshal.Cast<double, Vector<double>>(to)[..source.Length];
        for (int i = 0; i < source.Length; i++)
        {
            target[i] = source[i] - origins[i];
        }

        for (int i = source.Length * Vector<double>.Count; i < from.Length; i++)
        {
            to[i] = from[i] - origin[i];
        }
    }

    /// <summary>Finite numbers beyond ±bound become ±bound. NaN and infinities stay what they are, so that they can be seen.</summary>
    public static void Clip(ReadOnlySpan<double> from, ReadOnlySpan<double> bound, Span<double> to)
    {
        ReadOnlySpan<Vector<double>> source = MemoryMarshal.Cast<double, Vector<double>>(from);
        ReadOnlySpan<Vector<double>> bounds = MemoryMarshal.Cast<double, Vector<double>>(bound)[..source.Length];
        Span<Vector<double>> target = MemoryMarshal.Cast<double, Vector<double>>(to)[..source.Length];
        Vector<double> infinity = new(double.PositiveInfinity);
        for (int i = 0; i < source.Length; i++)
        {
            Vector<double> size = Vector.Abs(source[i]);
            Vector<long> beyond = Vector.GreaterThan(size, bounds[i]) & Vector.LessThan(size, infinity);
            Vector<double> end = Vector.ConditionalSelect(Vector.LessThan(source[i], Vector<double>.Zero), -bounds[i], bounds[i]);
            target[i] = Vector.ConditionalSelect(beyond, end, source[i]);
        }

        for (int i = source.Length * Vector<double>.Count; i < from.Length; i++)
        {
            double size = Math.Abs(from[i]);
            to[i] = size > bound[i] && double.IsFinite(size) ? Math.CopySign(bound[i], from[i]) : from[i];
        }
    }

    /// <summary>How many numbers are NaN or infinite.</summary>
    public static int CountNonFinite(ReadOnlySpan<double> numbers)
    {
        ReadOnlySpan<Vector<double>> source = MemoryMarshal.Cast<double, Vector<double>>(numbers);
        Vector<long> finite = Vector<long>.Zero;
        foreach (Vector<double> vector in source)
        {
            // A number less itself is 0 exactly when it is finite; a true comparison is −1.
            finite += Vector.Equals(vector - vector, Vector<double>.Zero);
        }

        int place = source.Length * Vector<double>.Count;
        int count = place + (int)Vector.Sum(finite);
        foreach (double number in numbers[place..])
        {
            count += double.IsFinite(number) ? 0 : 1;
        }

        return count;
    }
}
