using MathNet.Numerics.Distributions;

namespace Interlock.Evaluation.Statistics;

/// <summary>
/// McNemar's test for paired outcomes in its exact form: pairs that agree say nothing, and without an effect each discordant pair
/// falls either way with chance one half.
/// </summary>
internal static class McNemarExactTest
{
    /// <summary>Two-sided p; 1 when no pair is discordant.</summary>
    /// <param name="lost">Pairs that succeeded only in the first condition.</param>
    /// <param name="won">Pairs that succeeded only in the second condition.</param>
    public static double TwoSided(int lost, int won)
    {
        int discordant = lost + won;
        return discordant == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, discordant, Math.Min(lost, won)));
    }
}
