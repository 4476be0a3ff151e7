namespace Interlock.Evaluation.Statistics;

/// <summary>Ranks from 1 in which tied values share the mean of their places.</summary>
internal static class MidRanks
{
    /// <summary>The ranks of finite or infinite <paramref name="values"/>; NaN is not allowed.</summary>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        double[] ranks = new double[sorted.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = EndOfTie(sorted, start);
            foreach (int index in order.AsSpan(start, end - start))
            {
                ranks[index] = (start + 1 + end) / 2.0;
            }
        }

        return ranks;
    }

    /// <summary>Σ (t³ − t) over groups of t tied values: how much ties shrink the variance of a rank sum.</summary>
    public static double TieTerm(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        double sum = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = EndOfTie(sorted, start);
            double tied = end - start;
            sum += (tied * tied * tied) - tied;
        }

        return sum;
    }

    private static int EndOfTie(double[] sorted, int start)
    {
        int end = start + 1;
        while (end < sorted.Length && sorted[end] == sorted[start])
        {
            end++;
        }

        return end;
    }
}
