namespace Interlock.Evaluation.Statistics;

/// <summary>
/// Episodes sorted once by a score, so that the area under the ROC curve of any re-weighting of them costs one sweep.
/// AUROC = U / (failures · successes), the chance that a failure scores higher than a success, a tie counting one half
/// (Mann and Whitney 1947). Episodes whose score is NaN take no part and are counted.
/// </summary>
internal sealed class RankedOutcomes
{
    private readonly int[] _order;
    private readonly bool[] _endsTie;
    private readonly bool[] _failed;

    /// <param name="scores">One per episode, larger meaning failure; NaN where the episode has none.</param>
    /// <param name="failed">One per episode, the positive class.</param>
    public RankedOutcomes(ReadOnlySpan<double> scores, ReadOnlySpan<bool> failed)
    {
        double[] values = scores.ToArray();
        _order = [.. Enumerable.Range(0, values.Length).Where(index => !double.IsNaN(values[index])).OrderBy(index => values[index])];
        _failed = failed.ToArray();
        _endsTie = new bool[_order.Length];
        for (int i = 0; i < _order.Length; i++)
        {
            _endsTie[i] = i == _order.Length - 1 || values[_order[i]] != values[_order[i + 1]];
        }

        Excluded = values.Length - _order.Length;
        Failures = _order.Count(index => _failed[index]);
        Successes = _order.Length - Failures;
    }

    public int Excluded { get; }

    public int Failures { get; }

    public int Successes { get; }

    /// <summary>NaN when either class is empty.</summary>
    public double Auroc()
    {
        int[] ones = new int[_failed.Length];
        Array.Fill(ones, 1);
        return Auroc(ones);
    }

    /// <summary>NaN when either class has no weight.</summary>
    public double Auroc(ReadOnlySpan<int> weights)
    {
        double wins = 0;
        long failures = 0, successes = 0, tiedFailures = 0, tiedSuccesses = 0;
        for (int i = 0; i < _order.Length; i++)
        {
            int weight = weights[_order[i]];
            (tiedFailures, tiedSuccesses) = _failed[_order[i]]
                ? (tiedFailures + weight, tiedSuccesses)
                : (tiedFailures, tiedSuccesses + weight);
            if (_endsTie[i])
            {
                wins += tiedFailures * (successes + (0.5 * tiedSuccesses));
                failures += tiedFailures;
                successes += tiedSuccesses;
                tiedFailures = tiedSuccesses = 0;
            }
        }

        return wins / ((double)failures * successes);
    }

    /// <summary>
    /// The steps of the ROC curve, strictest threshold first, from none to all: counts of successes (false alarms) and failures (detections) above the
    /// threshold. Episodes of one score come together, and only points where the curve turns are kept, so that nothing of its shape is lost.
    /// </summary>
    public IReadOnlyList<(int FalseAlarms, int Detected)> RocSteps()
    {
        List<(int FalseAlarms, int Detected)> turns = [(0, 0)];
        (int falseAlarms, int detected) = (0, 0);
        for (int i = _order.Length - 1; i >= 0; i--)
        {
            if (_failed[_order[i]])
            {
                detected++;
            }
            else
            {
                falseAlarms++;
            }

            if (i == 0 || _endsTie[i - 1])
            {
                Turn(turns, (falseAlarms, detected));
            }
        }

        return turns;
    }

    private static void Turn(List<(int FalseAlarms, int Detected)> turns, (int FalseAlarms, int Detected) next)
    {
        if (turns.Count > 1)
        {
            ((int x0, int y0), (int x1, int y1)) = (turns[^2], turns[^1]);
            if ((long)(x1 - x0) * (next.Detected - y1) == (long)(next.FalseAlarms - x1) * (y1 - y0))
            {
                turns.RemoveAt(turns.Count - 1);
            }
        }

        turns.Add(next);
    }
}
