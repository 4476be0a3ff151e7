using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>Largest of the numbers in one vector; none is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(Vector<double> vector)
    {
        double max = vector[0];
        for (int k = 1; k < Vector<double>.Count; k++)
        {
            double value = vector[k];
            max = value > max ? value : max;
        }

        return max;
    }
}
