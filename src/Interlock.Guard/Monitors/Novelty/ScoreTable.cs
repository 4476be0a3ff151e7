namespace Interlock.Guard.Monitors.Novelty;

/// <summary>
/// Calibration scores with an index over equal intervals of score, so that the binary search starts in a stretch of a few numbers instead of
/// wandering through the whole table and the processor's caches.
/// </summary>
internal sealed class ScoreTable
{
    private const int Intervals = 1024;

    private readonly double[] _sorted;
    private readonly int[] _firstOf = new int[Intervals + 1];
    private readonly double _lowest;
    private readonly double _intervalsPerScore;

    /// <param name="sorted">Scores, ascending, finite, at least one.</param>
    public ScoreTable(double[] sorted)
    {
        _sorted = sorted;
        _lowest = sorted[0];
        double range = sorted[^1] - _lowest;
        _intervalsPerScore = range > 0 ? Intervals / range : 0;
        int interval = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            for (int last = IntervalOf(sorted[i]); interval <= last; interval++)
            {
                _firstOf[interval] = i;
            }
        }

        Array.Fill(_firstOf, sorted.Length, interval, _firstOf.Length - interval);
    }

    /// <summary>Number of scores.</summary>
    public int Count => _sorted.Length;

    /// <summary>Number of scores that are at least <paramref name="score"/>.</summary>
    public int CountAtLeast(double score)
    {
        int interval = IntervalOf(score);
        int low = _firstOf[interval];
        int high = _firstOf[interval + 1];
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_sorted[middle] < score)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return _sorted.Length - low;
    }

    // Monotone in the score, which is all that the search relies on; rounding may move a score to a neighbouring interval, but all equal scores alike.
    private int IntervalOf(double score) => (int)Math.Clamp((score - _lowest) * _intervalsPerScore, 0, Intervals - 1);
}
