namespace Interlock.Recording.Overview.Opening;

/// <summary>A slice of an overview.</summary>
internal static class OverviewRange
{
    // With half as many buckets as asked for, a line on a screen still looks as it should.
    private const double FewestShare = 0.5;

    public static bool IsFineEnough(RecordingOverview overview, TimeGrid grid) =>
        overview.Buckets == 0 || grid.T0 >= overview.LengthS || grid.T1 < 0 || overview.BucketLengthS * FewestShare <= grid.BucketS;

    /// <summary>A bucket of the slice has every bucket of the overview that it touches, so that no extreme is lost at its edges.</summary>
    public static SignalRange Of(RecordingOverview overview, int signal, TimeGrid grid)
    {
        SignalRange range = new(grid.Buckets);
        ReadOnlySpan<float> lows = overview.Lows(signal);
        ReadOnlySpan<float> highs = overview.Highs(signal);
        for (int i = 0; i < grid.Buckets; i++)
        {
            double from = (grid.T0 + (i * grid.BucketS)) / overview.BucketLengthS;
            double to = (grid.T0 + ((i + 1) * grid.BucketS)) / overview.BucketLengthS;
            int first = (int)Math.Clamp(Math.Floor(from), 0, lows.Length);
            int end = (int)Math.Clamp(Math.Ceiling(to), 0, lows.Length);
            for (int j = first; j < end; j++)
            {
                range.Take(i, lows[j], highs[j]);
            }
        }

        return range;
    }
}
