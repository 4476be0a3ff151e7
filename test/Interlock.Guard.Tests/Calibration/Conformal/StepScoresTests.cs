using Interlock.Core.Randomness;
using Interlock.Guard.Calibration.Conformal;

namespace Interlock.Guard.Tests.Calibration.Conformal;

public class StepScoresTests
{
    [Fact]
    public void Threshold_is_the_smallest_that_controls_the_risk()
    {
        (double[][] episodes, StepScores scores) = Random(seed: 1, episodes: 30, steps: 40);
        double threshold = scores.ThresholdAtRisk(0.1)!.Value;
        Assert.True(Risk(episodes, threshold) <= 0.1);
        double next = episodes.SelectMany(episode => episode).Where(score => score < threshold).Max();
        Assert.True(Risk(episodes, next) > 0.1);
    }

    [Fact]
    public void Fewer_than_nineteen_episodes_have_no_threshold_at_five_percent()
    {
        Assert.Null(Random(2, 18, 10).Scores.ThresholdAtRisk(0.05));
        Assert.NotNull(Random(2, 19, 10).Scores.ThresholdAtRisk(0.05));
    }

    [Fact]
    public void An_episode_counts_once_however_long_it_is()
    {
        // One episode of 1000 strange steps beside 39 short ordinary ones is one strange episode in forty.
        List<double> scores = [.. Enumerable.Repeat(10.0, 1000)];
        List<int> owners = [.. Enumerable.Repeat(0, 1000)];
        for (int e = 1; e < 40; e++)
        {
            scores.AddRange([1, 1]);
            owners.AddRange([e, e]);
        }

        Assert.Equal(1, StepScores.Of([.. scores], [.. owners], 40).ThresholdAtRisk(0.1));
    }

    [Fact]
    public void Leaving_an_episode_out_is_the_same_as_not_having_it()
    {
        (double[][] episodes, StepScores scores) = Random(3, 25, 30);
        Assert.Equal(Of(episodes[1..]).ThresholdAtRisk(0.1), scores.ThresholdAtRiskWithout(0, 0.1));
    }

    [Theory]
    [InlineData(20, 7)]
    [InlineData(40, 60)]
    public void Thinned_scores_never_make_a_smaller_p_value_than_whole_episodes_allow(int count, int steps)
    {
        (double[][] episodes, StepScores scores) = Random(4, count, steps);
        (double[] sorted, int unseen) = scores.ThinnedByEpisode(255);
        double[] model = [.. sorted, .. Enumerable.Repeat(double.PositiveInfinity, unseen)];
        foreach (double score in episodes.SelectMany(episode => episode).Append(1e9))
        {
            double whole = (1 + episodes.Sum(episode => episode.Count(s => s >= score) / (double)episode.Length)) / (count + 1);
            double thinned = ConformalPValue.Of(model, score);
            Assert.InRange(thinned, whole - 1e-12, whole + (1.0 / 256) + 1e-12);
        }
    }

    [Fact]
    public void Ties_count_in_a_p_value()
    {
        Assert.Equal(4.0 / 5, ConformalPValue.Of([1, 2, 2, 3], 2));
        Assert.Equal(1.0 / 5, ConformalPValue.Of([1, 2, 2, 3], 4));
        Assert.Equal(1.0 / 5, ConformalPValue.Of([1, 2, 2, 3], double.NaN));
        Assert.Equal(1, ConformalPValue.Of([], 0));
    }

    private static double Risk(double[][] episodes, double threshold) =>
        (episodes.Sum(episode => episode.Count(score => score > threshold) / (double)episode.Length) + 1) / (episodes.Length + 1);

    private static (double[][] Episodes, StepScores Scores) Random(ulong seed, int episodes, int steps)
    {
        SeededRandom random = new(seed);
        double[][] drawn = [.. Enumerable.Range(0, episodes).Select(_ => Enumerable.Range(0, steps).Select(_ => Math.Round(random.NextNormal(), 2)).ToArray())];
        return (drawn, Of(drawn));
    }

    private static StepScores Of(double[][] episodes) => StepScores.Of(
        [.. episodes.SelectMany(episode => episode)],
        [.. episodes.SelectMany((episode, owner) => Enumerable.Repeat(owner, episode.Length))],
        episodes.Length);
}
