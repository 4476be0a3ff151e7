using System.Numerics;

namespace Interlock.Guard.Monitors.Novelty;

/// <summary>
/// Calibration scores with an index over equal intervals of score. The index leaves a stretch of a few numbers to search,
/// and the search in it takes
/// the same steps for every score: a binary search that branches on the comparison costs the processor a misprediction per step.
/// </summary>
internal sealed class ScoreTable
{
    private const int Intervals = 1024;

    private readonly double[] _padded;
    private readonly int[] _firstOf = new int[Intervals];
    private readonly double _lowest;
    private readonly double _intervalsPerScore;
    private readonly int _searchSteps;

    /// <param name="sorted">Scores, ascending, at least one; infinite ones stand for episodes that were not seen.</param>
    public ScoreTable(double[] sorted)
    {
        Count = sorted.Length;
        _lowest = sorted[0];
        double range = Array.FindLast(sorted, double.IsFinite) - _lowest;
        _intervalsPerScore = range > 0 && double.IsFinite(range) ? Intervals / range : 0;
        _searchSteps = BitOperations.Log2((uint)BuildIndex(sorted)) + 1;
        _padded = new double[Count + (1 << _searchSteps)];
        Array.Fill(_padded, double.PositiveInfinity);
        sorted.CopyTo(_padded, 0);
    }

    /// <summary>Number of scores.</summary>
    public int Count { get; }

    /// <summary>Number of scores that are at least <paramref name="score"/>.</summary>
    public int CountAtLeast(double score)
    {
        int below = _firstOf[IntervalOf(score)];
        for (int power = _searchSteps - 1; power >= 0; power--)
        {
            // Scores behind the interval are no smaller than this one, and the padding is infinite: reading past the interval does no harm.
            int step = 1 << power;
            below += (_padded[below + step - 1] < score ? 1 : 0) << power;
        }

        return Count - below;
    }

    // Returns the number of scores in the fullest interval.
    private int BuildIndex(double[] sorted)
    {
        int interval = 0;
        int fullest = 1;
        for (int i = 0; i < sorted.Length; i++)
        {
            for (int last = IntervalOf(sorted[i]); interval <= last; interval++)
            {
                _firstOf[interval] = i;
            }

            fullest = Math.Max(fullest, i + 1 - _firstOf[interval - 1]);
        }

        Array.Fill(_firstOf, sorted.Length, interval, _firstOf.Length - interval);
        return fullest;
    }

    // Monotone in the score, which is all that the search relies on; rounding may move a score to a neighbouring interval, but
    // all equal scores alike.
    private int IntervalOf(double score) =>
        (int)double.MinNative(double.MaxNative((score - _lowest) * _intervalsPerScore, 0), Intervals - 1);
}
