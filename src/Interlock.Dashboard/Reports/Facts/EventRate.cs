using Interlock.Core.Statistics;

namespace Interlock.Dashboard.Reports.Facts;

/// <summary>
/// Rates of events with 95 % intervals: Garwood's limits of a Poisson count (Wilson–Hilferty approximation), widened by Pearson's dispersion of the counts of
/// the episodes where it is above 1, because events of one episode come together.
/// </summary>
internal static class EventRate
{
    /// <param name="counts">Events of each episode.</param>
    /// <param name="exposures">Length of each episode in the unit of the rate.</param>
    public static RateFacts Of(IReadOnlyList<long> counts, IReadOnlyList<double> exposures)
    {
        long count = counts.Sum();
        double exposure = exposures.Sum();
        if (!(exposure > 0))
        {
            return new RateFacts(null, null, null, count, counts.Count);
        }

        double dispersion = Dispersion(counts, exposures, count / exposure);
        Interval interval = Garwood(count / dispersion);
        return new RateFacts(count / exposure, interval.Low * dispersion / exposure, interval.High * dispersion / exposure, count, counts.Count);
    }

    private static double Dispersion(IReadOnlyList<long> counts, IReadOnlyList<double> exposures, double rate)
    {
        if (counts.Count < 2 || !(rate > 0))
        {
            return 1;
        }

        double pearson = counts.Zip(exposures, (count, exposure) => exposure > 0 ? Math.Pow(count - (rate * exposure), 2) / (rate * exposure) : 0).Sum();
        return Math.Max(1, pearson / (counts.Count - 1));
    }

    private static Interval Garwood(double count)
    {
        double next = count + 1;
        double low = count > 0 ? count * Math.Pow(Math.Max(0, 1 - (1 / (9 * count)) - (WilsonInterval.Z95 / (3 * Math.Sqrt(count)))), 3) : 0;
        return new Interval(low, next * Math.Pow(1 - (1 / (9 * next)) + (WilsonInterval.Z95 / (3 * Math.Sqrt(next))), 3));
    }
}
