namespace Interlock.Guard.Alarms.Learning;

/// <summary>
/// Continues the peaks that single episodes reach beyond the largest one seen: above a high level u the excess is taken as
/// exponential with its own mean, so P(peak &gt; h) ≈ P(peak &gt; u)·exp(−(h − u)/mean excess). Episodes are finite and a
/// step adds less than 1, so true tails are lighter. A handful of peaks knows neither its mean nor its share well, so both are
/// taken at their upper confidence limits.
/// </summary>
internal static class PeakTail
{
    // A tenth of the episodes, and five at least, make the tail.
    private const double TailShare = 0.1;
    private const int FewestInTail = 5;

    // A step adds less than 1 to S, and excesses that happen to be equal are no sign of a tail without length.
    private const double SmallestMeanExcess = 1;

    /// <summary>Level that an episode's peak exceeds with chance <paramref name="chance"/>; 0 when no peak is above 0.</summary>
    public static double Level(double[] peaks, double chance)
    {
        double[] largestFirst = [.. peaks.OrderDescending()];
        int wanted = Math.Max(FewestInTail, (int)(TailShare * peaks.Length));
        int positive = Array.FindIndex(largestFirst, peak => peak <= 0);
        int inTail = Math.Min(wanted, positive < 0 ? peaks.Length - 1 : positive);
        if (inTail == 0)
        {
            return 0;
        }

        double start = largestFirst[inTail];
        double meanExcess = Math.Max(SmallestMeanExcess, largestFirst.Take(inTail).Average() - start) * inTail / SmallSampleLimits.LowestSum(inTail);
        double chanceOfTail = Math.Min(1, SmallSampleLimits.HighestCount(inTail) / peaks.Length);
        return chance < chanceOfTail ? start + (meanExcess * Math.Log(chanceOfTail / chance)) : start;
    }
}
