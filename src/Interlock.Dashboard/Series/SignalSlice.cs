namespace Interlock.Dashboard.Series;

/// <summary>One signal over a span of time as a screen can show it: the smallest and the largest value of each bucket.</summary>
/// <param name="Lows">Smallest value of each bucket; NaN where the bucket has none, which is a gap and drawn as one.</param>
/// <param name="Highs">Largest value of each bucket, as many.</param>
public sealed record SignalSlice(ReadOnlyMemory<float> Lows, ReadOnlyMemory<float> Highs)
{
    /// <summary>Number of buckets.</summary>
    public int Count => Lows.Length;

    /// <summary>Smallest and largest value of the slice; null when every bucket is empty.</summary>
    public (float Low, float High)? Extent()
    {
        float low = float.PositiveInfinity, high = float.NegativeInfinity;
        for (int i = 0; i < Count; i++)
        {
            // A comparison with NaN is false: gaps do not count.
            low = Lows.Span[i] < low ? Lows.Span[i] : low;
            high = Highs.Span[i] > high ? Highs.Span[i] : high;
        }

        return low <= high ? (low, high) : null;
    }
}
