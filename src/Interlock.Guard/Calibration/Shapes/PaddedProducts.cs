using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interlock.Guard.Calibration.Shapes;

/// <summary>Row-major square sums whose rows are padded to whole vectors, so that a row of products is a few instructions.</summary>
internal sealed class PaddedProducts
{
    private readonly double[] _sums;

    public PaddedProducts(int dimension)
    {
        Dimension = dimension;
        Stride = StrideFor(dimension);
        _sums = new double[dimension * Stride];
    }

    public int Dimension { get; }

    public int Stride { get; }

    public static int StrideFor(int dimension) =>
        (dimension + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    public double this[int row, int column] => _sums[(row * Stride) + column];

    /// <summary>Adds the outer product of a row that is padded with zeros to <see cref="Stride"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddOuter(ReadOnlySpan<double> padded)
    {
        ReadOnlySpan<Vector<double>> right = MemoryMarshal.Cast<double, Vector<double>>(padded);
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(_sums.AsSpan());
        for (int i = 0; i < Dimension; i++)
        {
            Vector<double> left = new(padded[i]);
            Span<Vector<double>> row = sums.Slice(i * right.Length, right.Length);
            for (int k = i / Vector<double>.Count; k < row.Length; k++)
            {
                row[k] += left * right[k];
            }
        }
    }

    /// <summary>Upper-triangle entry, whichever way the indices are given.</summary>
    public double Symmetric(int a, int b) => a <= b ? this[a, b] : this[b, a];
}
