using FsCheck;
using FsCheck.Fluent;
using Interlock.Evaluation.Statistics;

namespace Interlock.Evaluation.Tests.Statistics;

public sealed class LengthMatchedOutcomesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void Only_pairs_of_nearly_equal_length_count(int tolerance) => Prop.ForAll(RankedOutcomesTests.Samples(), sample =>
    {
        int[] weights = [.. sample.Scores.Select((_, index) => (index % 3) + 1)];
        LengthMatchedOutcomes matched = new(sample.Scores, sample.Lengths, sample.Failed, tolerance);
        return RankedOutcomesTests.Same(Pairwise(sample, weights, tolerance), matched.Auroc(weights));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Episodes_without_a_partner_are_not_counted_as_matched()
    {
        LengthMatchedOutcomes matched = new([1, 2, 3, 4], [10, 11, 50, 90], [true, false, true, false], 2);

        Assert.Equal((1, 1), matched.Matched());
    }

    private static double Pairwise(RankedOutcomesTests.Sample sample, int[] weights, int tolerance)
    {
        double wins = 0, pairs = 0;
        foreach (int f in Enumerable.Range(0, weights.Length).Where(index => sample.Failed[index]))
        {
            foreach (int s in Enumerable.Range(0, weights.Length).Where(index => !sample.Failed[index]))
            {
                bool counts = Math.Abs(sample.Lengths[f] - sample.Lengths[s]) <= tolerance && !double.IsNaN(sample.Scores[f] + sample.Scores[s]);
                double weight = counts ? weights[f] * weights[s] : 0;
                pairs += weight;
                wins += weight * (sample.Scores[f] > sample.Scores[s] ? 1 : sample.Scores[f] == sample.Scores[s] ? 0.5 : 0);
            }
        }

        return wins / pairs;
    }
}
