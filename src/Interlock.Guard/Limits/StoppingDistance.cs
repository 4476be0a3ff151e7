namespace Interlock.Guard.Limits;

/// <summary>
/// Braking in discrete time: after a step of u the following steps are u − A, u − 2A, … until rest. With u = (n + f)·A the way is
/// S(u) = A·((n + 1)(n/2 + f)), a piecewise linear, increasing function, so its inverse is exact and no continuous-time
/// approximation can overshoot a bound by a fraction of a step.
/// </summary>
internal static class StoppingDistance
{
    /// <summary>Beyond this many steps the exact inverse loses digits, and the continuous lower bound √(2RA) − A is used.</summary>
    private const double LongestExactRoom = 1e12;

    /// <summary>The largest step that still lets the channel stop within <paramref name="room"/>.</summary>
    /// <param name="room">Way left to the bound, ≥ 0, in channel units.</param>
    /// <param name="change">A: largest change of motion per step; infinite when a stop takes one step.</param>
    public static double LargestStep(double room, double change)
    {
        if (double.IsPositiveInfinity(change))
        {
            return room;
        }

        double r = room / change;
        if (!(r < LongestExactRoom))
        {
            return Math.Sqrt(2 * room) * Math.Sqrt(change) - change;
        }

        double n = Math.Floor((Math.Sqrt((8 * r) + 1) - 1) / 2);
        return (r + (n * (n + 1) / 2)) / (n + 1) * change;
    }

    /// <summary>True when a step surely lets the channel stop within <paramref name="room"/>: S(u) ≤ (u + A)²/2A.</summary>
    public static bool SurelyFits(double step, double room, double change) =>
        (step + change) * (step + change) <= 2 * change * room;
}
