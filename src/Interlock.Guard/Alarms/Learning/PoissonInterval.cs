using Interlock.Core.Statistics;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>95 % interval for the mean of a Poisson count (Garwood's limits in the Wilson–Hilferty approximation).</summary>
internal static class PoissonInterval
{
    public static Interval Of(long count)
    {
        double low = count == 0 ? 0 : count * Cube(1 - (1.0 / (9 * count)) - (WilsonInterval.Z95 / (3 * Math.Sqrt(count))));
        double next = count + 1;
        return new Interval(low, next * Cube(1 - (1 / (9 * next)) + (WilsonInterval.Z95 / (3 * Math.Sqrt(next)))));
    }

    private static double Cube(double x) => x * x * x;
}
