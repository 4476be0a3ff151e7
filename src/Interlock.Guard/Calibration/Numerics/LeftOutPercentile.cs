namespace Interlock.Guard.Calibration.Numerics;

/// <summary>Type-7 percentile of a collection without some of its values, from its largest values alone.</summary>
/// <param name="largestFirst">The largest values of the collection, descending, without a gap.</param>
/// <param name="total">Size of the collection.</param>
internal sealed class LeftOutPercentile(double[] largestFirst, long total)
{
    /// <summary>Values below this one need not be named to be left out.</summary>
    public double Floor => largestFirst.Length == 0 ? double.PositiveInfinity : largestFirst[^1];

    /// <param name="leftOut">The values to leave out, descending, those from <see cref="Floor"/> on; all of them are in the collection.</param>
    /// <param name="count">How many are left out, with those below.</param>
    /// <param name="percentile">In percent.</param>
    /// <returns>Null when nothing is left, or when the largest values do not reach down far enough to tell.</returns>
    public double? Of(ReadOnlySpan<double> leftOut, long count, double percentile)
    {
        long left = total - count;
        if (left <= 0)
        {
            return null;
        }

        double position = (left - 1) * (percentile / 100);
        long below = (long)Math.Floor(position);
        double? lower = Remaining(leftOut, left - 1 - below);
        double? upper = Remaining(leftOut, Math.Max(0, left - 2 - below));
        return lower + ((position - below) * (upper - lower));
    }

    /// <summary>The value at a place, counted from the largest, among those that are not left out; null where the values at hand end.</summary>
    public double? Remaining(ReadOnlySpan<double> leftOut, long place)
    {
        long at = place;
        foreach (double value in leftOut)
        {
            if (at >= largestFirst.Length || value < largestFirst[at])
            {
                break;
            }

            at++;
        }

        return at < largestFirst.Length ? largestFirst[at] : null;
    }
}
