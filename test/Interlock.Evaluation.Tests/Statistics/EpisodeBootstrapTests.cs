using Interlock.Core.Statistics;
using Interlock.Evaluation.Statistics;

namespace Interlock.Evaluation.Tests.Statistics;

public sealed class EpisodeBootstrapTests
{
    [Fact]
    public void The_interval_of_a_share_is_that_of_the_binomial()
    {
        EpisodeBootstrap bootstrap = new(Episodes: 400, Resamples: 4000, Seed: 1);

        Interval interval = bootstrap.Interval(weights => Share(weights, successes: 120))!.Value;

        double spread = WilsonInterval.Z95 * Math.Sqrt(0.3 * 0.7 / 400);
        Assert.InRange(interval.Low, 0.3 - spread - 0.005, 0.3 - spread + 0.005);
        Assert.InRange(interval.High, 0.3 + spread - 0.005, 0.3 + spread + 0.005);
    }

    [Fact]
    public void One_seed_gives_one_interval_and_another_seed_another()
    {
        Interval? first = new EpisodeBootstrap(50, 500, 7).Interval(MeanIndex);

        Assert.Equal(first, new EpisodeBootstrap(50, 500, 7).Interval(MeanIndex));
        Assert.NotEqual(first, new EpisodeBootstrap(50, 500, 8).Interval(MeanIndex));
    }

    [Fact]
    public void A_statistic_that_is_mostly_undefined_has_no_interval() =>
        Assert.Null(new EpisodeBootstrap(50, 500, 7).Interval(weights => weights[0] >= 2 ? 1 : double.NaN));

    private static double MeanIndex(ReadOnlySpan<int> weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += Math.Sqrt(i) * weights[i];
        }

        return sum / weights.Length;
    }

    private static double Share(ReadOnlySpan<int> weights, int successes)
    {
        int inside = 0;
        foreach (int weight in weights[..successes])
        {
            inside += weight;
        }

        return (double)inside / weights.Length;
    }
}
