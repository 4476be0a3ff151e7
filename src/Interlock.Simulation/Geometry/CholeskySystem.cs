namespace Interlock.Simulation.Geometry;

/// <summary>Solves small symmetric positive-definite systems in place.</summary>
internal static class CholeskySystem
{
    /// <summary>Pivots below this are rounding noise of a singular matrix; the solution then stays finite.</summary>
    private const double SmallestPivot = 1e-18;

    /// <summary>Solves A·x = b. Only the lower triangle of the row-major n×n <paramref name="matrix"/> is read, and overwritten.</summary>
    /// <param name="matrix">A; afterwards its Cholesky factor.</param>
    /// <param name="vector">In: b. Out: x.</param>
    public static void Solve(Span<double> matrix, Span<double> vector)
    {
        Factorise(matrix, vector.Length);
        SubstituteForward(matrix, vector);
        SubstituteBackward(matrix, vector);
    }

    private static void Factorise(Span<double> matrix, int size)
    {
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double sum = matrix[(row * size) + column];
                for (int k = 0; k < column; k++)
                {
                    sum -= matrix[(row * size) + k] * matrix[(column * size) + k];
                }

                matrix[(row * size) + column] = row == column
                    ? Math.Sqrt(Math.Max(sum, SmallestPivot))
                    : sum / matrix[(column * size) + column];
            }
        }
    }

    private static void SubstituteForward(ReadOnlySpan<double> factor, Span<double> vector)
    {
        int size = vector.Length;
        for (int row = 0; row < size; row++)
        {
            for (int k = 0; k < row; k++)
            {
                vector[row] -= factor[(row * size) + k] * vector[k];
            }

            vector[row] /= factor[(row * size) + row];
        }
    }

    private static void SubstituteBackward(ReadOnlySpan<double> factor, Span<double> vector)
    {
        int size = vector.Length;
        for (int row = size - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < size; k++)
            {
                vector[row] -= factor[(k * size) + row] * vector[k];
            }

            vector[row] /= factor[(row * size) + row];
        }
    }
}
