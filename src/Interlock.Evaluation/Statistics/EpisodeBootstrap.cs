using Interlock.Core.Randomness;
using Interlock.Core.Statistics;

namespace Interlock.Evaluation.Statistics;

/// <summary>
/// Percentile bootstrap over episodes (Efron 1979): each resample draws as many episodes as there are, with replacement and without
/// strata. Every statistic sees the same resamples, so that the difference of two is a paired one.
/// </summary>
/// <param name="Episodes">Number of episodes, at least 1.</param>
/// <param name="Resamples">Number of resamples, at least 1.</param>
/// <param name="Seed">Seed of the draws.</param>
internal sealed record EpisodeBootstrap(int Episodes, int Resamples, ulong Seed)
{
    private const double LowLevel = 0.025;
    private const double HighLevel = 0.975;

    /// <summary>Share of resamples that a statistic may leave undefined (a class was not drawn) before no interval is given.</summary>
    private const double LargestUndefinedShare = 0.5;

    /// <summary>The 95 % interval; null when the statistic was undefined in most resamples.</summary>
    public Interval? Interval(WeightedStatistic statistic)
    {
        double[] values = new double[Resamples];
        int[] weights = new int[Episodes];
        SeededRandom random = new(Seed);
        int defined = 0;
        for (int i = 0; i < Resamples; i++)
        {
            Draw(random, weights);
            double value = statistic(weights);
            if (!double.IsNaN(value))
            {
                values[defined++] = value;
            }
        }

        return defined < Resamples * LargestUndefinedShare ? null : Percentiles(values.AsSpan(0, defined));
    }

    private static void Draw(SeededRandom random, int[] weights)
    {
        Array.Clear(weights);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[random.NextInt(weights.Length)]++;
        }
    }

    private static Interval Percentiles(Span<double> values)
    {
        values.Sort();
        return new Interval(Quantile.Linear(values, LowLevel), Quantile.Linear(values, HighLevel));
    }
}
