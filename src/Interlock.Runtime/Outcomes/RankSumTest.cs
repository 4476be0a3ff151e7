namespace Interlock.Runtime.Outcomes;

/// <summary>
/// The two-sided rank-sum test of two samples of equal size (Mann and Whitney 1947) with its exact distribution: no assumption on the shape of
/// the values, only that they are exchangeable when nothing changed. Exact without ties.
/// </summary>
internal sealed class RankSumTest
{
    private readonly int _size;
    private readonly double[] _tailOfDistance;

    public RankSumTest(int size)
    {
        _size = size;
        _tailOfDistance = Tails(Probabilities(size), size * size);
    }

    /// <summary>The smallest p-value that samples of this size can give.</summary>
    public double Smallest => _tailOfDistance[^1];

    public double PValue(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        int twiceWins = 0;
        foreach (double a in first)
        {
            foreach (double b in second)
            {
                twiceWins += a > b ? 2 : a == b ? 1 : 0;
            }
        }

        return _tailOfDistance[Math.Abs(twiceWins - (_size * _size))];
    }

    /// <summary>P(U = u): the share of interleavings of two samples in which the first wins u of the pairs.</summary>
    private static double[] Probabilities(int size)
    {
        // ways[m][u] over samples of n and m, built up in n: the largest value is either of the first, beating m, or of the second.
        double[][] ways = [.. Enumerable.Range(0, size + 1).Select(_ => new double[(size * size) + 1])];
        for (int m = 0; m <= size; m++)
        {
            ways[m][0] = 1;
        }

        for (int n = 1; n <= size; n++)
        {
            double[][] next = [.. Enumerable.Range(0, size + 1).Select(_ => new double[(size * size) + 1])];
            for (int m = 0; m <= size; m++)
            {
                for (int u = 0; u <= n * m; u++)
                {
                    double firstIsLargest = u >= m ? ways[m][u - m] : 0;
                    next[m][u] = firstIsLargest + (m > 0 ? next[m - 1][u] : 0);
                }
            }

            ways = next;
        }

        double all = ways[size].Sum();
        return [.. ways[size].Select(count => count / all)];
    }

    /// <summary>For each distance |2u − n²| the probability of that distance or a larger one.</summary>
    private static double[] Tails(double[] probabilities, int pairs)
    {
        double[] tails = new double[pairs + 1];
        for (int u = 0; u <= pairs; u++)
        {
            tails[Math.Abs((2 * u) - pairs)] += probabilities[u];
        }

        for (int distance = pairs - 1; distance >= 0; distance--)
        {
            tails[distance] += tails[distance + 1];
        }

        return tails;
    }
}
