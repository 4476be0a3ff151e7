namespace Interlock.Evaluation.Statistics;

/// <summary>The permutation distribution of a rank sum, ties included: how many ways of choosing k of n ranks reach a sum.</summary>
internal static class ExactRankSum
{
    /// <summary>P(sum of <paramref name="chosen"/> ranks drawn without replacement ≥ <paramref name="sum"/>).</summary>
    /// <param name="ranks">Mid-ranks: multiples of one half.</param>
    /// <param name="chosen">1 to the number of ranks.</param>
    /// <param name="sum">Observed rank sum.</param>
    public static double UpperTail(ReadOnlySpan<double> ranks, int chosen, double sum)
    {
        double[] ways = WaysBySum(ranks, chosen);
        double reached = 0, total = 0;
        for (int twice = 0; twice < ways.Length; twice++)
        {
            total += ways[twice];
            reached += twice >= 2 * sum ? ways[twice] : 0;
        }

        return reached / total;
    }

    // Indexed by twice the sum, which is an integer for mid-ranks.
    private static double[] WaysBySum(ReadOnlySpan<double> ranks, int chosen)
    {
        int largest = (ranks.Length + 1) * ranks.Length;
        double[,] ways = new double[chosen + 1, largest + 1];
        ways[0, 0] = 1;
        foreach (double rank in ranks)
        {
            int twice = (int)(2 * rank);
            for (int count = chosen; count > 0; count--)
            {
                for (int total = largest; total >= twice; total--)
                {
                    ways[count, total] += ways[count - 1, total - twice];
                }
            }
        }

        return [.. Enumerable.Range(0, largest + 1).Select(total => ways[chosen, total])];
    }
}
