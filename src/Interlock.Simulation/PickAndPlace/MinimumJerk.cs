namespace Interlock.Simulation.PickAndPlace;

/// <summary>The straight point-to-point motion with the least jerk (Flash and Hogan 1985), which human hands resemble.</summary>
internal static class MinimumJerk
{
    /// <summary>Share of the way after <paramref name="share"/> of the time: 10s³ − 15s⁴ + 6s⁵, held at 0 and 1 outside [0, 1].</summary>
    public static double ShareOfWay(double share)
    {
        double s = Math.Clamp(share, 0, 1);
        return s * s * s * (10 + (s * (-15 + (6 * s))));
    }
}
