using Interlock.Core.Randomness;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors;
using Interlock.Guard.Monitors.Novelty;

namespace Interlock.Guard.Tests.Monitors.Novelty;

public sealed class OutOfDistributionTests
{
    [Fact]
    public void A_broken_correlation_is_far_away_even_where_every_channel_is_ordinary()
    {
        // Covariance [[1, 0.99], [0.99, 1]]; W is the inverse of its Cholesky factor.
        double rest = Math.Sqrt(1 - (0.99 * 0.99));
        MahalanobisModel model = new([0, 0], [1, 0, -0.99 / rest, 1 / rest], 0);
        Assert.True(Steps([[1, 1]], model)[0] < 1.1);
        Assert.True(Steps([[1, -1]], model)[0] > 10);
    }

    [Fact]
    public void A_non_finite_action_is_infinitely_far_and_leaves_the_episode_value_readable()
    {
        MahalanobisModel model = new([0], [1], 0);
        MonitorBank bank = new(Layouts.Joints(1), Core.Contract.PolicyProfile.Unknown, new MonitorModels { Mahalanobis = model });
        int index = bank.IndexOf("out_of_distribution");
        bank.Observe([2], StepFacts.None);
        bank.ObserveNonFinite(StepFacts.None);
        Assert.Equal(double.PositiveInfinity, bank.StepValue(index));
        Assert.Equal(2, bank.EpisodeValue(index));
    }

    [Fact]
    public void Without_a_model_there_is_no_value() => Assert.True(double.IsNaN(Steps([[1.0]], null)[0]));

    [Theory]
    [RandomEpisode]
    public void It_equals_the_matrix_product(ulong seed, int steps, int channels)
    {
        SeededRandom random = new(seed);
        double[] whitening = new double[channels * channels];
        for (int i = 0; i < channels; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                whitening[(i * channels) + j] = random.NextNormal();
            }
        }

        double[] mean = [.. Enumerable.Range(0, channels).Select(_ => random.NextNormal())];
        double[][] actions = Episodes.Random(seed, steps, channels);
        double[] expected = [.. actions.Select(action => Distance(action, mean, whitening))];
        Close.Equal(expected, Steps(actions, new MahalanobisModel(mean, whitening, 0)));
    }

    private static double Distance(double[] action, double[] mean, double[] whitening)
    {
        double[] deviation = [.. action.Zip(mean, (value, centre) => value - centre)];
        return Math.Sqrt(Enumerable.Range(0, action.Length).Sum(i =>
            Math.Pow(Enumerable.Range(0, action.Length).Sum(j => whitening[(i * action.Length) + j] * deviation[j]), 2)));
    }

    private static double[] Steps(double[][] actions, MahalanobisModel? model)
    {
        int channels = actions[0].Length;
        return new MonitorRunner(Layouts.Joints(channels), new OutOfDistribution(Layouts.Lanes(channels), model)).Steps(actions);
    }
}
