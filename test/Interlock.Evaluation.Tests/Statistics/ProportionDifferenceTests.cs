using Interlock.Core.Randomness;
using Interlock.Core.Statistics;
using Interlock.Evaluation.Statistics;

namespace Interlock.Evaluation.Tests.Statistics;

public sealed class ProportionDifferenceTests
{
    // Newcombe 1998, table II, method 10: 56/70 − 48/80 and 9/10 − 3/10.
    [Theory]
    [InlineData(48, 80, 56, 70, 0.0524, 0.3339)]
    [InlineData(3, 10, 9, 10, 0.1705, 0.8090)]
    public void Independent_groups_match_the_published_examples(int first, int firstCount, int second, int secondCount, double low, double high)
    {
        Interval interval = ProportionDifference.Independent(first, firstCount, second, secondCount);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Swapping_the_conditions_of_pairs_mirrors_the_interval()
    {
        Interval forward = ProportionDifference.Paired(both: 18, lost: 13, won: 10, neither: 9);
        Interval backward = ProportionDifference.Paired(both: 18, lost: 10, won: 13, neither: 9);

        Assert.Equal(forward.Low, -backward.High, 12);
        Assert.Equal(forward.High, -backward.Low, 12);
    }

    [Fact]
    public void Strong_agreement_of_pairs_narrows_the_interval()
    {
        Interval paired = ProportionDifference.Paired(both: 48, lost: 2, won: 2, neither: 48);
        Interval independent = ProportionDifference.Independent(50, 100, 50, 100);

        Assert.True(paired.High - paired.Low < 0.6 * (independent.High - independent.Low));
    }

    [Fact]
    public void Paired_interval_holds_the_true_difference_about_nineteen_times_in_twenty()
    {
        SeededRandom random = new(6);
        int covered = 0;
        const int studies = 2000;
        const double trueDifference = 0.05;
        for (int study = 0; study < studies; study++)
        {
            int[] table = new int[4];
            for (int pair = 0; pair < 60; pair++)
            {
                double chance = random.NextDouble();
                table[chance < 0.45 ? 0 : chance < 0.55 ? 1 : chance < 0.70 ? 2 : 3]++;
            }

            covered += ProportionDifference.Paired(table[0], table[1], table[2], table[3]).Contains(trueDifference) ? 1 : 0;
        }

        Assert.InRange((double)covered / studies, 0.935, 0.98);
    }
}
