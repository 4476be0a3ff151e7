using System.Numerics;
using Interlock.Core.Randomness;
using Interlock.Evaluation.Statistics;

namespace Interlock.Evaluation.Tests.Statistics;

public sealed class FisherExactTestTests
{
    // Fisher's lady tasting tea: 3 of 4 right has probability 16/70 on either side, 4 of 4 has 1/70.
    [Fact]
    public void The_lady_tasting_tea() => Assert.Equal(34.0 / 70, FisherExactTest.TwoSided(3, 4, 1, 4), 12);

    [Fact]
    public void Agrees_with_counting_tables_in_exact_integers()
    {
        SeededRandom random = new(5);
        for (int round = 0; round < 100; round++)
        {
            int n = 1 + random.NextInt(60), m = 1 + random.NextInt(60);
            int a = random.NextInt(n + 1), b = random.NextInt(m + 1);

            Assert.Equal(ByCounting(a, n, b, m), FisherExactTest.TwoSided(a, n, b, m), 9);
        }
    }

    [Fact]
    public void Groups_without_a_difference_give_one() => Assert.Equal(1, FisherExactTest.TwoSided(0, 10, 0, 20), 12);

    private static double ByCounting(int a, int n, int b, int m)
    {
        BigInteger observed = Tables(a, n, a + b, m);
        BigInteger all = 0, extreme = 0;
        for (int k = 0; k <= n; k++)
        {
            BigInteger ways = Tables(k, n, a + b, m);
            all += ways;
            extreme += ways <= observed ? ways : 0;
        }

        return (double)extreme / (double)all;
    }

    private static BigInteger Tables(int k, int n, int successes, int m) => Choose(n, k) * Choose(m, successes - k);

    internal static BigInteger Choose(int n, int k)
    {
        BigInteger ways = k < 0 || k > n ? 0 : 1;
        for (int i = 1; i <= k && !ways.IsZero; i++)
        {
            ways = ways * (n - k + i) / i;
        }

        return ways;
    }
}
