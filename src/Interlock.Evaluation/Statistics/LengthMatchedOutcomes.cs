namespace Interlock.Evaluation.Statistics;

/// <summary>
/// The AUROC over those (failure, success) pairs alone whose lengths differ by at most a tolerance: a conditional Mann–Whitney
/// statistic in which length can no longer tell the two apart. A window over the successes, sorted by length, follows the failures.
/// </summary>
internal sealed class LengthMatchedOutcomes
{
    private readonly int[] _failures;
    private readonly int[] _successes;
    private readonly int[] _lengths;
    private readonly int[] _ranks;
    private readonly int _toleranceSteps;
    private readonly FenwickCounts _window;

    /// <param name="scores">One per episode, larger meaning failure; NaN takes no part.</param>
    /// <param name="lengths">Steps of each episode.</param>
    /// <param name="failed">The positive class.</param>
    /// <param name="toleranceSteps">Largest difference in length of a pair, 0 or more.</param>
    public LengthMatchedOutcomes(ReadOnlySpan<double> scores, ReadOnlySpan<int> lengths, ReadOnlySpan<bool> failed, int toleranceSteps)
    {
        double[] values = scores.ToArray();
        bool[] positive = failed.ToArray();
        _lengths = lengths.ToArray();
        _toleranceSteps = toleranceSteps;
        int[] byLength = [.. Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i])).OrderBy(i => _lengths[i])];
        _failures = [.. byLength.Where(index => positive[index])];
        _successes = [.. byLength.Where(index => !positive[index])];
        _ranks = DenseRanks(values, byLength);
        _window = new FenwickCounts(values.Length);
    }

    /// <summary>Number of episodes of each class that have at least one partner.</summary>
    public (int Failures, int Successes) Matched() => (CountMatched(_failures, _successes), CountMatched(_successes, _failures));

    /// <summary>NaN when no pair is left.</summary>
    public double Auroc(ReadOnlySpan<int> weights)
    {
        _window.Clear();
        double wins = 0, pairs = 0;
        long inside = 0;
        int first = 0, next = 0;
        foreach (int failure in _failures)
        {
            for (; next < _successes.Length && _lengths[_successes[next]] <= _lengths[failure] + _toleranceSteps; next++)
            {
                inside += Move(_successes[next], weights, 1);
            }

            for (; first < next && _lengths[_successes[first]] < _lengths[failure] - _toleranceSteps; first++)
            {
                inside += Move(_successes[first], weights, -1);
            }

            long below = _window.Below(_ranks[failure]);
            long tied = _window.Below(_ranks[failure] + 1) - below;
            wins += weights[failure] * (below + (0.5 * tied));
            pairs += (double)weights[failure] * inside;
        }

        return wins / pairs;
    }

    private long Move(int success, ReadOnlySpan<int> weights, int sign)
    {
        long count = (long)sign * weights[success];
        _window.Add(_ranks[success], count);
        return count;
    }

    private int CountMatched(int[] ones, int[] others) =>
        ones.Count(one => others.Any(other => Math.Abs(_lengths[one] - _lengths[other]) <= _toleranceSteps));

    private static int[] DenseRanks(double[] values, int[] taking)
    {
        double[] distinct = [.. taking.Select(index => values[index]).Distinct().Order()];
        int[] ranks = new int[values.Length];
        foreach (int index in taking)
        {
            ranks[index] = Array.BinarySearch(distinct, values[index]);
        }

        return ranks;
    }
}
