namespace Interlock.ExecSpec.Drift;

/// <summary>How much of a wrong decoding a check of the demonstrated range would notice.</summary>
internal static class RangeVisibility
{
    /// <summary>End points that agree to this share of the range agree: they are rounded sums.</summary>
    private const double EdgeTolerance = 1e-9;

    /// <summary>Share of s·z + o, z uniform on [−1, 1], that lies outside the range; null without a range or with non-finite coefficients.</summary>
    public static double? Outside((double Min, double Max)? range, double scale, double offset)
    {
        if (range is not { } demonstrated || !double.IsFinite(scale) || !double.IsFinite(offset))
        {
            return null;
        }

        double slack = EdgeTolerance * (demonstrated.Max - demonstrated.Min);
        (double low, double high) = (offset - Math.Abs(scale), offset + Math.Abs(scale));
        double below = demonstrated.Min - slack;
        double above = demonstrated.Max + slack;
        if (low >= below && high <= above)
        {
            return 0;
        }

        double inside = Math.Max(0, Math.Min(high, above) - Math.Max(low, below));
        return high > low ? 1 - (inside / (high - low)) : 1;
    }

    /// <summary>The mean; null when one is null.</summary>
    public static double? Mean(IEnumerable<double?> shares)
    {
        double?[] all = [.. shares];
        return all.All(share => share is not null) ? all.Average() : null;
    }
}
