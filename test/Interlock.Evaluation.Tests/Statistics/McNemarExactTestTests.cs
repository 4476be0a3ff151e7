using System.Numerics;
using Interlock.Evaluation.Statistics;

namespace Interlock.Evaluation.Tests.Statistics;

public sealed class McNemarExactTestTests
{
    [Theory]
    [InlineData(5, 0)]
    [InlineData(0, 5)]
    [InlineData(44, 42)]
    [InlineData(21, 17)]
    [InlineData(13, 10)]
    [InlineData(7, 7)]
    public void Equals_twice_the_binomial_tail_in_exact_integers(int lost, int won)
    {
        int pairs = lost + won;
        BigInteger tail = Enumerable.Range(0, Math.Min(lost, won) + 1).Aggregate(BigInteger.Zero, (sum, k) => sum + FisherExactTestTests.Choose(pairs, k));
        double expected = Math.Min(1, 2 * (double)tail / Math.Pow(2, pairs));

        Assert.Equal(expected, McNemarExactTest.TwoSided(lost, won), 10);
    }

    [Fact]
    public void Pairs_that_all_agree_say_nothing() => Assert.Equal(1, McNemarExactTest.TwoSided(0, 0));
}
