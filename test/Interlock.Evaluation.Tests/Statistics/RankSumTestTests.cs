using System.Numerics;
using Interlock.Core.Randomness;
using Interlock.Evaluation.Statistics;

namespace Interlock.Evaluation.Tests.Statistics;

public sealed class RankSumTestTests
{
    [Theory]
    [InlineData(new double[] { 5, 6, 7 }, new double[] { 1, 2, 3, 4 }, 1.0 / 35)]
    [InlineData(new double[] { 1, 2 }, new double[] { 3, 4, 5 }, 1.0)]
    [InlineData(new double[] { 2 }, new double[] { 1, 2, 2, 3 }, 4.0 / 5)]
    public void Small_samples_are_exact(double[] larger, double[] smaller, double expected) =>
        Assert.Equal(expected, RankSumTest.PValue(larger, smaller), 12);

    [Fact]
    public void Small_samples_with_ties_agree_with_going_through_every_assignment()
    {
        SeededRandom random = new(3);
        for (int round = 0; round < 50; round++)
        {
            double[] all = [.. Enumerable.Range(0, 9).Select(_ => (double)random.NextInt(5))];
            Assert.Equal(ByEnumeration(all, 4), RankSumTest.PValue(all.AsSpan(0, 4), all.AsSpan(4)), 12);
        }
    }

    [Fact]
    public void Large_samples_agree_with_the_exact_distribution()
    {
        SeededRandom random = new(4);
        for (int round = 0; round < 20; round++)
        {
            double[] all = [.. Enumerable.Range(0, 60).Select(index => Math.Round(random.NextNormal() + (index < 25 ? 0.5 : 0), 1))];
            double exact = ExactRankSum.UpperTail(MidRanks.Of(all), 25, MidRanks.Of(all).Take(25).Sum());

            Assert.InRange(RankSumTest.PValue(all.AsSpan(0, 25), all.AsSpan(25)), exact - 0.003, exact + 0.003);
        }
    }

    [Fact]
    public void Samples_that_never_vary_say_nothing()
    {
        double[] same = [.. Enumerable.Repeat(1.0, 30)];

        Assert.Equal(1, RankSumTest.PValue(same, same));
    }

    [Fact]
    public void An_empty_sample_has_no_p_value() => Assert.True(double.IsNaN(RankSumTest.PValue([], [1])));

    private static double ByEnumeration(double[] all, int first)
    {
        double observed = Wins(all, (1 << first) - 1);
        int reached = 0, total = 0;
        for (int mask = 0; mask < 1 << all.Length; mask++)
        {
            if (BitOperations.PopCount((uint)mask) == first)
            {
                total++;
                reached += Wins(all, mask) >= observed ? 1 : 0;
            }
        }

        return (double)reached / total;
    }

    private static double Wins(double[] all, int mask)
    {
        double wins = 0;
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = 0; j < all.Length; j++)
            {
                wins += (mask >> i & 1) == 1 && (mask >> j & 1) == 0 ? all[i] > all[j] ? 1 : all[i] == all[j] ? 0.5 : 0 : 0;
            }
        }

        return wins;
    }
}
