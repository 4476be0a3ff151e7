using MathNet.Numerics;

namespace Interlock.Evaluation.Statistics;

/// <summary>
/// Fisher's exact test for two proportions (1935), two-sided: with all margins fixed, the probability of every table that is no
/// more probable than the observed one.
/// </summary>
internal static class FisherExactTest
{
    // Tables whose probability equals the observed one in exact arithmetic must not be lost to rounding.
    private const double EqualProbabilityTolerance = 1e-7;

    /// <param name="first">Successes of the first group, 0 to <paramref name="firstCount"/>.</param>
    /// <param name="firstCount">Size of the first group.</param>
    /// <param name="second">Successes of the second group, 0 to <paramref name="secondCount"/>.</param>
    /// <param name="secondCount">Size of the second group.</param>
    public static double TwoSided(int first, int firstCount, int second, int secondCount)
    {
        int successes = first + second;
        double observed = LogProbability(first, firstCount, successes, secondCount);
        double limit = observed + Math.Log(1 + EqualProbabilityTolerance);
        double sum = 0;
        for (int k = Math.Max(0, successes - secondCount); k <= Math.Min(firstCount, successes); k++)
        {
            double candidate = LogProbability(k, firstCount, successes, secondCount);
            sum += candidate <= limit ? Math.Exp(candidate) : 0;
        }

        return Math.Min(1, sum);
    }

    private static double LogProbability(int first, int firstCount, int successes, int secondCount) =>
        SpecialFunctions.BinomialLn(firstCount, first)
        + SpecialFunctions.BinomialLn(secondCount, successes - first)
        - SpecialFunctions.BinomialLn(firstCount + secondCount, successes);
}
