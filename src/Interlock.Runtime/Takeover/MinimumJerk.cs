namespace Interlock.Runtime.Takeover;

/// <summary>The minimum-jerk weight 10s³ − 15s⁴ + 6s⁵ (Flash and Hogan 1985): value, slope and curvature fit at both ends.</summary>
internal static class MinimumJerk
{
    /// <summary>0 up to <paramref name="s"/> = 0, 1 from <paramref name="s"/> = 1.</summary>
    public static double Weight(double s)
    {
        double x = Math.Clamp(s, 0, 1);
        return x * x * x * (10 + (x * ((6 * x) - 15)));
    }
}
