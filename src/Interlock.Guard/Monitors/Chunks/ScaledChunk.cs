using System.Numerics;
using System.Runtime.InteropServices;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Chunks;

/// <summary>
/// A copy of a chunk in units of the channel scales, in bounded memory. The buffer grows to the largest chunk seen and is
/// then reused.
/// </summary>
internal sealed class ScaledChunk
{
    /// <summary>Most numbers that are kept, 64 KiB; of a larger chunk the rows furthest in the future are dropped, then samples.</summary>
    internal const int LargestSize = 8192;

    private double[] _values = [];

    /// <summary>Samples kept; 0 when there is no chunk.</summary>
    public int SampleCount { get; private set; }

    /// <summary>Rows kept of each sample.</summary>
    public int Horizon { get; private set; }

    public void Load(ReadOnlySpan<double> chunk, int sampleCount, int horizon, ReadOnlySpan<double> scale)
    {
        int width = scale.Length;
        SampleCount = Math.Min(sampleCount, LargestSize / width);
        Horizon = SampleCount == 0 ? 0 : Math.Min(horizon, LargestSize / (SampleCount * width));
        if (_values.Length < SampleCount * Horizon * width)
        {
            _values = new double[SampleCount * Horizon * width];
        }

        for (int sample = 0; sample < SampleCount; sample++)
        {
            Divide(chunk.Slice(sample * horizon * width, Horizon * width), scale, _values.AsSpan(sample * Horizon * width));
        }
    }

    public void Clear()
    {
        SampleCount = 0;
        Horizon = 0;
    }

    /// <summary>Rows <paramref name="firstRow"/> to <paramref name="firstRow"/> + <paramref name="rows"/> of a sample, row-major.</summary>
    public ReadOnlySpan<double> Rows(int sample, int firstRow, int rows, int width) =>
        _values.AsSpan(((sample * Horizon) + firstRow) * width, rows * width);

    /// <summary>
    /// Mean squared difference of two stretches of equal length; differences on a circle of <paramref name="period"/> where
    /// that is a number.
    /// </summary>
    /// <param name="a">Rows of a chunk.</param>
    /// <param name="b">The same rows of another.</param>
    /// <param name="period">Full turn per channel in units of its scale; empty when no channel turns without end.</param>
    public static double MeanSquare(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> period) =>
        (period.IsEmpty ? SumSquares(a, b) : SumSquaresOnCircles(a, b, period)) / a.Length;

    private static void Divide(ReadOnlySpan<double> values, ReadOnlySpan<double> scale, Span<double> scaled)
    {
        for (int row = 0; row < values.Length; row += scale.Length)
        {
            for (int j = 0; j < scale.Length; j++)
            {
                scaled[row + j] = values[row + j] / scale[j];
            }
        }
    }

    private static double SumSquares(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ReadOnlySpan<Vector<double>> lanesA = MemoryMarshal.Cast<double, Vector<double>>(a);
        ReadOnlySpan<Vector<double>> lanesB = MemoryMarshal.Cast<double, Vector<double>>(b);
        Vector<double> squares = Vector<double>.Zero;
        for (int i = 0; i < lanesA.Length; i++)
        {
            Vector<double> difference = lanesA[i] - lanesB[i];
            squares += difference * difference;
        }

        double sum = Vector.Sum(squares);
        for (int i = lanesA.Length * Vector<double>.Count; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return sum;
    }

    private static double SumSquaresOnCircles(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> period)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double difference = Channels.Wrapping.Difference(a[i], b[i], period[i % period.Length]);
            sum += difference * difference;
        }

        return sum;
    }
}
