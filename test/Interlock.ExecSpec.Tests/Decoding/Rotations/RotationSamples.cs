using Interlock.Core.Randomness;
using Interlock.ExecSpec.Decoding.Rotations;

namespace Interlock.ExecSpec.Tests.Decoding.Rotations;

/// <summary>Rotations, many of them where formulas break, and plain matrix arithmetic to judge by.</summary>
internal static class RotationSamples
{
    private static readonly double[] Angles =
        [0, 1e-300, 1e-160, 1e-16, 1e-9, 1e-4, Math.PI / 2, Math.PI - 1e-4, Math.PI - 1e-9, Math.PI - 1e-15, Math.PI, Math.PI + 1e-9, 2 * Math.PI, 100];

    private static readonly double[][] Axes =
    [
        [1, 0, 0], [0, 1, 0], [0, 0, 1], [-1, 0, 0], [0, -1, 0], [0, 0, -1], [Math.Sqrt(0.5), Math.Sqrt(0.5), 0], [0, -Math.Sqrt(0.5), Math.Sqrt(0.5)], [0.6, 1e-12, 0.8],
    ];

    /// <summary>An axis-angle vector: the first are all edge cases, then every third has an edge angle about a random axis.</summary>
    public static double[] AxisAngle(SeededRandom random, int index)
    {
        bool isEdge = index < Angles.Length * Axes.Length;
        double angle = isEdge || index % 3 == 0 ? Angles[index % Angles.Length] : random.NextDouble(0, Math.PI);
        double[] axis = isEdge ? Axes[index / Angles.Length] : RandomAxis(random);
        return [axis[0] * angle, axis[1] * angle, axis[2] * angle];
    }

    public static double[] MatrixOf(Rotation rotation)
    {
        double[] matrix = new double[9];
        RotationMatrix.Of(rotation).Write(matrix);
        return matrix;
    }

    public static double[] Product(double[] a, double[] b)
    {
        double[] product = new double[9];
        for (int i = 0; i < 9; i++)
        {
            (int row, int column) = int.DivRem(i, 3);
            for (int k = 0; k < 3; k++)
            {
                product[i] += a[(row * 3) + k] * b[(k * 3) + column];
            }
        }

        return product;
    }

    /// <summary>Largest difference of two entries.</summary>
    public static double Distance(double[] a, double[] b)
    {
        double largest = 0;
        for (int i = 0; i < a.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(a[i] - b[i]));
        }

        return largest;
    }

    /// <summary>How far R·Rᵀ is from the identity and the determinant from 1.</summary>
    public static double Skew(double[] m)
    {
        double[] transposed = [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];
        double determinant = (m[0] * ((m[4] * m[8]) - (m[5] * m[7]))) - (m[1] * ((m[3] * m[8]) - (m[5] * m[6]))) + (m[2] * ((m[3] * m[7]) - (m[4] * m[6])));
        return Math.Max(Math.Abs(determinant - 1), Distance([1, 0, 0, 0, 1, 0, 0, 0, 1], Product(m, transposed)));
    }

    private static double[] RandomAxis(SeededRandom random)
    {
        double[] axis = [random.NextNormal(), random.NextNormal(), random.NextNormal()];
        double length = Math.Sqrt(axis.Sum(value => value * value));
        return [axis[0] / length, axis[1] / length, axis[2] / length];
    }
}
