using Interlock.Core.Statistics;

namespace Interlock.Evaluation.Statistics;

/// <summary>
/// Interval for the difference of two proportions, second minus first, combined from their Wilson intervals
/// (Newcombe 1998: method 10 for independent groups, method 10 of the companion paper for pairs).
/// </summary>
internal static class ProportionDifference
{
    /// <summary>Independent groups; each count at least 1.</summary>
    public static Interval Independent(int first, int firstCount, int second, int secondCount) =>
        Combine((double)first / firstCount, firstCount, (double)second / secondCount, secondCount, 0);

    /// <summary>Pairs: both succeeded, only the first (lost), only the second (won), neither; at least one pair.</summary>
    public static Interval Paired(int both, int lost, int won, int neither)
    {
        int pairs = both + lost + won + neither;
        double phi = Correlation(both, lost, won, neither);
        return Combine((double)(both + lost) / pairs, pairs, (double)(both + won) / pairs, pairs, phi);
    }

    private static Interval Combine(double p1, int n1, double p2, int n2, double phi)
    {
        Interval w1 = WilsonInterval.Of(p1 * n1, n1);
        Interval w2 = WilsonInterval.Of(p2 * n2, n2);
        double below = Length(p2 - w2.Low, w1.High - p1, phi);
        double above = Length(w2.High - p2, p1 - w1.Low, phi);
        return new Interval(p2 - p1 - below, p2 - p1 + above);
    }

    private static double Length(double a, double b, double phi) =>
        Math.Sqrt(Math.Max(0, (a * a) - (2 * phi * a * b) + (b * b)));

    // Newcombe's φ: the product-moment correlation of the pairs with a continuity correction that only applies where it is positive.
    private static double Correlation(double both, double lost, double won, double neither)
    {
        double margins = (both + lost) * (won + neither) * (both + won) * (lost + neither);
        double determinant = (both * neither) - (lost * won);
        double corrected = determinant > 0 ? Math.Max(determinant - ((both + lost + won + neither) / 2), 0) : determinant;
        return margins > 0 ? corrected / Math.Sqrt(margins) : 0;
    }
}
