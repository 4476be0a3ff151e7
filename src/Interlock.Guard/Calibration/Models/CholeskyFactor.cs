namespace Interlock.Guard.Calibration.Models;

/// <summary>Cholesky factor of a small positive definite matrix.</summary>
internal static class CholeskyFactor
{
    private const double SmallestPivot = 1e-12;

    /// <summary>Row-major lower-triangular W with WᵀW = matrix⁻¹, W = L⁻¹ for matrix = L·Lᵀ.</summary>
    public static double[] InverseOf(double[] matrix, int d)
    {
        double[] lower = Factor(matrix, d);
        double[] inverse = new double[d * d];
        for (int column = 0; column < d; column++)
        {
            for (int row = column; row < d; row++)
            {
                double value = row == column ? 1 : 0;
                for (int k = column; k < row; k++)
                {
                    value -= lower[(row * d) + k] * inverse[(k * d) + column];
                }

                inverse[(row * d) + column] = value / lower[(row * d) + row];
            }
        }

        return inverse;
    }

    private static double[] Factor(double[] matrix, int d)
    {
        double[] lower = new double[d * d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double value = matrix[(i * d) + j];
                for (int k = 0; k < j; k++)
                {
                    value -= lower[(i * d) + k] * lower[(j * d) + k];
                }

                lower[(i * d) + j] = i == j ? Math.Sqrt(Math.Max(value, SmallestPivot)) : value / lower[(j * d) + j];
            }
        }

        return lower;
    }
}
