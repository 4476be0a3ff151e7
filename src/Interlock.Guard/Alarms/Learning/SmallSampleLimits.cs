namespace Interlock.Guard.Alarms.Learning;

/// <summary>
/// One-sided 75 % confidence limits of small samples, in the Wilson–Hilferty approximation (1931). Together with a cautious bootstrap
/// and half the budget they keep the budget in simulations (<c>bench alarms</c>); stricter ones only delay the alarm.
/// </summary>
internal static class SmallSampleLimits
{
    // Standard normal quantile of 0.75.
    private const double Z75 = 0.6744897501960817;

    // For a single value the approximation comes near 0; a gamma quantile never does.
    private const double SmallestRoot = 0.01;

    /// <summary>What the sum of <paramref name="count"/> exponential values of mean 1 falls below with a chance of 25 %.</summary>
    public static double LowestSum(int count) => count * Cube(Math.Max(SmallestRoot, 1 - (1.0 / (9 * count)) - (Z75 / (3 * Math.Sqrt(count)))));

    /// <summary>The largest mean under which a Poisson count of at most <paramref name="count"/> has a chance of 25 %.</summary>
    public static double HighestCount(int count)
    {
        double next = count + 1;
        return next * Cube(1 - (1 / (9 * next)) + (Z75 / (3 * Math.Sqrt(next))));
    }

    private static double Cube(double x) => x * x * x;
}
