namespace Interlock.Core.Statistics;

/// <summary>Quantiles of sorted samples.</summary>
public static class Quantile
{
    /// <summary>
    /// Linear interpolation between order statistics: position (n − 1)·level (Hyndman and Fan type 7, NumPy's default).
    /// </summary>
    /// <param name="sorted">Ascending, finite, at least one value.</param>
    /// <param name="level">0 to 1.</param>
    public static double Linear(ReadOnlySpan<double> sorted, double level)
    {
        double position = (sorted.Length - 1) * level;
        int below = (int)Math.Floor(position);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>
    /// The finite-sample conformal quantile: the ⌈(n + 1)(1 − alpha)⌉-th smallest value, or null when alpha &lt; 1/(n + 1),
    /// where no finite value carries the guarantee.
    /// </summary>
    /// <param name="sorted">Ascending calibration scores.</param>
    /// <param name="alpha">Miscoverage, in (0, 1).</param>
    public static double? Conformal(ReadOnlySpan<double> sorted, double alpha)
    {
        int rank = ConformalRank(sorted.Length, alpha);
        return rank > sorted.Length ? null : sorted[rank - 1];
    }

    /// <summary>The 1-based rank ⌈(n + 1)(1 − alpha)⌉; larger than n when n is too small for alpha.</summary>
    public static int ConformalRank(int count, double alpha)
    {
        // (n + 1)(1 − alpha) is often an integer in exact arithmetic (20 · 0.95 = 19); rounding noise must not add a rank.
        const double roundingNoise = 1e-9;
        return Math.Max(1, (int)Math.Ceiling(((count + 1) * (1 - alpha)) - roundingNoise));
    }

    /// <summary>The smallest number of scores for which a conformal quantile at <paramref name="alpha"/> exists: ⌈1/alpha⌉ − 1.</summary>
    public static int SmallestConformalCount(double alpha)
    {
        const double roundingNoise = 1e-9;
        return Math.Max(1, (int)Math.Ceiling((1 / alpha) - roundingNoise) - 1);
    }
}
