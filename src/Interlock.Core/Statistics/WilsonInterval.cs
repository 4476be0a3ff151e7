namespace Interlock.Core.Statistics;

/// <summary>Wilson score interval for a proportion (Wilson 1927), which keeps its level for small counts.</summary>
public static class WilsonInterval
{
    /// <summary>Standard normal quantile at 97.5 %.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>Interval for <paramref name="successes"/> of <paramref name="trials"/>; (0, 1) when there are no trials.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Number of trials, 0 or more.</param>
    /// <param name="z">Standard normal quantile; default two-sided 95 %.</param>
    public static Interval Of(double successes, double trials, double z = Z95)
    {
        if (trials <= 0)
        {
            return new Interval(0, 1);
        }

        double p = successes / trials;
        double z2 = z * z;
        double centre = p + (z2 / (2 * trials));
        double half = z * Math.Sqrt((p * (1 - p) / trials) + (z2 / (4 * trials * trials)));
        double scale = 1 + (z2 / trials);
        return new Interval(Math.Max(0, (centre - half) / scale), Math.Min(1, (centre + half) / scale));
    }
}
