namespace Interlock.Policies.Confidence;

/// <summary>Triangular factor of a symmetric positive definite matrix, row-major.</summary>
internal static class Cholesky
{
    /// <summary>L with L·Lᵀ = matrix; null when the matrix is not positive definite.</summary>
    public static double[]? Factor(ReadOnlySpan<double> matrix, int size)
    {
        double[] factor = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[(i * size) + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= factor[(i * size) + k] * factor[(j * size) + k];
                }

                if (i == j && !(sum > 0))
                {
                    return null;
                }

                factor[(i * size) + j] = i == j ? Math.Sqrt(sum) : sum / factor[(j * size) + j];
            }
        }

        return factor;
    }

    /// <summary>zᵀ(L·Lᵀ)⁻¹z, by forward substitution.</summary>
    public static double SquaredNorm(ReadOnlySpan<double> factor, ReadOnlySpan<double> z, Span<double> scratch)
    {
        double norm = 0;
        for (int i = 0; i < z.Length; i++)
        {
            double value = z[i];
            ReadOnlySpan<double> row = factor.Slice(i * z.Length, z.Length);
            for (int j = 0; j < i; j++)
            {
                value -= row[j] * scratch[j];
            }

            scratch[i] = value / row[i];
            norm += scratch[i] * scratch[i];
        }

        return norm;
    }
}
