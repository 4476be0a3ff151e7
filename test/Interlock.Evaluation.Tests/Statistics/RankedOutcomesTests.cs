using FsCheck;
using FsCheck.Fluent;
using Interlock.Evaluation.Statistics;

namespace Interlock.Evaluation.Tests.Statistics;

public sealed class RankedOutcomesTests
{
    [Fact]
    public void Area_equals_the_share_of_ordered_pairs_with_ties_as_halves() =>
        Prop.ForAll(Samples(), sample => Same(Pairwise(sample.Scores, sample.Failed), new RankedOutcomes(sample.Scores, sample.Failed).Auroc()))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Weights_count_like_repeated_episodes() => Prop.ForAll(Samples(), sample =>
    {
        int[] weights = [.. sample.Scores.Select((_, index) => index % 3)];
        double[] scores = [.. sample.Scores.SelectMany((score, index) => Enumerable.Repeat(score, weights[index]))];
        bool[] failed = [.. sample.Failed.SelectMany((label, index) => Enumerable.Repeat(label, weights[index]))];
        return Same(Pairwise(scores, failed), new RankedOutcomes(sample.Scores, sample.Failed).Auroc(weights));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Episodes_without_a_value_are_left_out_and_counted()
    {
        RankedOutcomes outcomes = new([1, double.NaN, 2, double.NaN], [false, true, true, false]);

        Assert.Equal(2, outcomes.Excluded);
        Assert.Equal((1, 1), (outcomes.Failures, outcomes.Successes));
        Assert.Equal(1, outcomes.Auroc());
    }

    [Fact]
    public void Infinite_scores_are_ordered_like_any_other() =>
        Assert.Equal(0.75, new RankedOutcomes([double.PositiveInfinity, 0, double.PositiveInfinity], [true, false, false]).Auroc());

    [Fact]
    public void One_class_alone_has_no_area() => Assert.True(double.IsNaN(new RankedOutcomes([1, 2], [true, true]).Auroc()));

    [Fact]
    public void Area_under_the_drawn_curve_is_the_area() => Prop.ForAll(Samples(), sample =>
    {
        RankedOutcomes outcomes = new(sample.Scores, sample.Failed);
        IReadOnlyList<(int FalseAlarms, int Detected)> steps = outcomes.RocSteps();
        double area = steps.Zip(steps.Skip(1)).Sum(pair => 0.5 * (pair.Second.FalseAlarms - pair.First.FalseAlarms) * (pair.First.Detected + pair.Second.Detected));
        return steps[^1] == (outcomes.Successes, outcomes.Failures)
            && Same(outcomes.Auroc(), area / ((double)outcomes.Failures * outcomes.Successes));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_the_turns_of_the_curve_are_kept() =>
        Assert.Equal([(0, 0), (0, 2), (3, 2)], new RankedOutcomes([5, 4, 3, 2, 1], [true, true, false, false, false]).RocSteps());

    internal static Arbitrary<Sample> Samples()
    {
        Gen<double> score = Gen.OneOf(Gen.Choose(0, 6).Select(value => (double)value), Gen.Constant(double.NaN));
        Gen<(double Score, bool Failed, int Length)> episode = score.SelectMany(value =>
            Gen.Choose(0, 1).SelectMany(label => Gen.Choose(1, 30).Select(length => (value, label == 1, length))));
        return episode.ListOf().Select(list => new Sample(
            [.. list.Select(item => item.Score)], [.. list.Select(item => item.Failed)], [.. list.Select(item => item.Length)])).ToArbitrary();
    }

    internal static bool Same(double expected, double actual) =>
        double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) < 1e-12;

    private static double Pairwise(double[] scores, bool[] failed)
    {
        double wins = 0;
        int pairs = 0;
        for (int f = 0; f < scores.Length; f++)
        {
            for (int s = 0; s < scores.Length; s++)
            {
                if (failed[f] && !failed[s] && !double.IsNaN(scores[f] + scores[s]))
                {
                    pairs++;
                    wins += scores[f] > scores[s] ? 1 : scores[f] == scores[s] ? 0.5 : 0;
                }
            }
        }

        return wins / pairs;
    }

    internal sealed record Sample(double[] Scores, bool[] Failed, int[] Lengths);
}
