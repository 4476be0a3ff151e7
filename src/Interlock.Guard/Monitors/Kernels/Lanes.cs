using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Interlock.Guard.Monitors.Kernels;

/// <summary>Arrays of one number per channel, padded to whole vectors so that a step is a handful of vector operations.</summary>
internal static class Lanes
{
    /// <summary>Vectors needed for <paramref name="channels"/> numbers.</summary>
    public static int CountFor(int channels) => (channels + Vector<double>.Count - 1) / Vector<double>.Count;

    /// <summary>Lanes full of zeros.</summary>
    public static Vector<double>[] Zeros(int channels) => new Vector<double>[CountFor(channels)];

    /// <summary>Lanes with the given numbers and <paramref name="padding"/> behind them.</summary>
    public static Vector<double>[] From(ReadOnlySpan<double> values, double padding = 0)
    {
        Vector<double>[] lanes = Zeros(values.Length);
        Span<double> scalars = Scalars(lanes);
        scalars.Fill(padding);
        values.CopyTo(scalars);
        return lanes;
    }

    /// <summary>The same memory, one number after the other, the padding included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<double> Scalars(Vector<double>[] lanes) => MemoryMarshal.Cast<Vector<double>, double>(lanes.AsSpan());

    /// <summary>The vector from <paramref name="i"/> on in an array whose length is a whole number of vectors; i is a multiple of their width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Vector<T> At<T>(T[] values, int i) => ref Unsafe.As<T, Vector<T>>(ref values[i]);

    /// <summary>Lane <paramref name="lane"/> of <paramref name="values"/>, with zeros behind the last of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Load(ReadOnlySpan<double> values, int lane)
    {
        ReadOnlySpan<double> rest = values[(lane * Vector<double>.Count)..];
        return rest.Length >= Vector<double>.Count ? new Vector<double>(rest) : LoadPart(rest);
    }

    /// <summary>Largest of the numbers in one vector; none is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(Vector<double> vector)
    {
        if (Vector<double>.Count == Vector256<double>.Count)
        {
            Vector256<double> four = vector.AsVector256();
            Vector128<double> two = Vector128.MaxNative(four.GetLower(), four.GetUpper());
            return Math.Max(two.ToScalar(), two[1]);
        }

        double max = vector[0];
        for (int k = 1; k < Vector<double>.Count; k++)
        {
            max = Math.Max(max, vector[k]);
        }

        return max;
    }

    // One number at a time into memory and the whole vector out again would stall the processor's store forwarding.
    private static Vector<double> LoadPart(ReadOnlySpan<double> values)
    {
        if (Vector<double>.Count == Vector256<double>.Count)
        {
            Vector128<double> low = values.Length >= 2 ? Vector128.Create(values) : Vector128.CreateScalar(values[0]);
            Vector128<double> high = values.Length == 3 ? Vector128.CreateScalar(values[2]) : Vector128<double>.Zero;
            return Vector256.Create(low, high).AsVector();
        }

        Span<double> padded = stackalloc double[Vector<double>.Count];
        padded.Clear();
        values.CopyTo(padded);
        return new Vector<double>(padded);
    }
}
