using Interlock.Core.Randomness;
using Interlock.Policies.Scheduling;

namespace Interlock.Policies.Tests.Scheduling;

public sealed class BlendingTests
{
    [Theory]
    [InlineData(ChunkBlending.Replace, 20)]
    [InlineData(ChunkBlending.LatestOnly, 20)]
    [InlineData(ChunkBlending.WeightedAverage, (0.3 * 10) + (0.7 * 20))]
    [InlineData(ChunkBlending.Average, 15)]
    [InlineData(ChunkBlending.Conservative, (0.7 * 10) + (0.3 * 20))]
    public void Aggregates_have_LeRobots_numbers_and_drop_the_older_tail(ChunkBlending blending, double expected)
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate with { Blending = blending });
        scheduler.Give(0, 10, 10, 10, 10);
        scheduler.Step();
        ChunkSplice splice = scheduler.Give(1, 20, 20);
        Assert.Equal((2, 1), (splice.OverlapRows, splice.DiscardedRows));
        double[] ahead = scheduler.Ahead(8);
        Assert.Equal(2, ahead.Length);
        Assert.All(ahead, value => Assert.Equal(expected, value, 12));
    }

    [Fact]
    public void Cross_fade_is_linear_over_its_steps_and_exactly_new_afterwards()
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate with { Blending = ChunkBlending.CrossFade, CrossFadeSteps = 3 });
        scheduler.Give(0, 0, 0, 0, 0, 0, 0, 0, 0);
        scheduler.Step();
        scheduler.Give(1, 4, 4, 4, 4.1, 4.2, 4.3);
        double[] actions = scheduler.Run(6);
        Assert.Equal([1.0, 2, 3], actions[..3]);
        Assert.Equal([4.1, 4.2, 4.3], actions[3..]);
    }

    [Fact]
    public void Cross_fade_is_shorter_where_less_of_the_plan_is_left()
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate with { Blending = ChunkBlending.CrossFade, CrossFadeSteps = 9 });
        scheduler.Give(0, 0, 0);
        scheduler.Step();
        scheduler.Give(1, 2, 2, 2);
        Assert.Equal([1.0, 2, 2], scheduler.Run(3));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(-0.3)]
    [InlineData(0)]
    public void Temporal_ensembling_is_ACTs_weighted_mean_of_all_predictions(double decay)
    {
        const int chunkRows = 12;
        SeededRandom random = new(7);
        ChunkScheduler scheduler = Plans.Of(
            Plans.SameRate with { Blending = ChunkBlending.TemporalEnsemble, EnsembleDecayPerStep = decay, RecomputeEverySteps = 1 });
        List<double[]> chunks = [];
        for (int step = 0; step < 60; step++)
        {
            Assert.True(scheduler.WantsChunk);
            chunks.Add([.. Enumerable.Range(0, chunkRows).Select(_ => random.NextNormal())]);
            scheduler.Give(step, chunks[^1]);
            double[] predictions = [.. Enumerable.Range(Math.Max(0, step - chunkRows + 1), Math.Min(step + 1, chunkRows)).Select(s => chunks[s][step - s])];
            double[] weights = [.. predictions.Select((_, i) => Math.Exp(-decay * i))];
            double expected = predictions.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum();
            Assert.Equal(expected, scheduler.Step(), 12);
        }
    }

    [Theory]
    [InlineData(ChunkBlending.CrossFade)]
    [InlineData(ChunkBlending.TemporalEnsemble)]
    [InlineData(ChunkBlending.WeightedAverage)]
    public void A_value_that_is_not_finite_stays_in_its_row_and_never_enters_another(ChunkBlending blending)
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate with { Blending = blending });
        scheduler.Give(0, 1, 1, double.NaN, 1, 1, 1);
        scheduler.Step();
        scheduler.Give(1, 2, 2, double.NaN, double.PositiveInfinity, 2);
        double[] actions = scheduler.Run(5);
        Assert.InRange(actions[0], 1, 2);
        Assert.Equal(2, actions[1]);
        Assert.Equal(double.NaN, actions[2]);
        Assert.Equal(double.PositiveInfinity, actions[3]);
        Assert.InRange(actions[4], 1, 2);
        scheduler.Give(6, 5, 5);
        Assert.Equal([5.0, 5], scheduler.Run(2));
    }

    [Fact]
    public void A_continuous_joint_is_blended_and_interpolated_the_short_way_round()
    {
        ChunkScheduler scheduler = new(Plans.SameRate with { Blending = ChunkBlending.Average }, 1, 8, [360]);
        scheduler.BeginEpisode();
        scheduler.Give(0, 178, -178, -176);
        Assert.Equal([178.0, 180, 182], scheduler.Run(3, 0.5));
        scheduler.Give(2, 188 - 360);
        Assert.Equal(4, scheduler.Seam[0], 9);
        Assert.Equal(186, scheduler.Step(), 9);
    }
}
