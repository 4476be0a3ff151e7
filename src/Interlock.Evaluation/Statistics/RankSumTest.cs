using MathNet.Numerics.Distributions;

namespace Interlock.Evaluation.Statistics;

/// <summary>
/// One-sided test of Mann and Whitney (1947) that the first sample tends to be larger: exact given the ties for small samples, the
/// normal approximation with tie and continuity correction otherwise.
/// </summary>
internal static class RankSumTest
{
    /// <summary>Up to this many values in both samples together, the permutation distribution is summed exactly.</summary>
    public const int LargestExactCount = 40;

    /// <summary>P(rank sum at least as large as observed) when both samples come from one distribution; NaN when one is empty.</summary>
    public static double PValue(ReadOnlySpan<double> larger, ReadOnlySpan<double> smaller)
    {
        if (larger.IsEmpty || smaller.IsEmpty)
        {
            return double.NaN;
        }

        double[] all = [.. larger, .. smaller];
        double[] ranks = MidRanks.Of(all);
        double rankSum = ranks.AsSpan(0, larger.Length).ToArray().Sum();
        return all.Length <= LargestExactCount
            ? ExactRankSum.UpperTail(ranks, larger.Length, rankSum)
            : NormalTail(rankSum, larger.Length, smaller.Length, MidRanks.TieTerm(all));
    }

    private static double NormalTail(double rankSum, double first, double second, double tieTerm)
    {
        const double continuity = 0.5;
        double count = first + second;
        double excess = rankSum - (first * (count + 1) / 2) - continuity;
        double variance = first * second / 12 * (count + 1 - (tieTerm / (count * (count - 1))));
        return variance > 0 ? Normal.CDF(0, 1, -excess / Math.Sqrt(variance)) : 1;
    }
}
