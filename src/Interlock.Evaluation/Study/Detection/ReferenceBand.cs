namespace Interlock.Evaluation.Study.Detection;

/// <summary>
/// What successful episodes look like at each step: mean and spread of a score over those that still run. Scores are read as
/// distances from it in spreads. An episode of the reference itself is compared with the others only (leave one out), so that
/// successes and failures are measured alike. Past the point where few successes still run there is no reference and no score,
/// so that merely lasting longer raises no alarm.
/// </summary>
internal sealed class ReferenceBand
{
    /// <summary>Fewest other episodes behind a mean and a spread.</summary>
    private const int SmallestReference = 5;

    /// <summary>Spreads below this share of the mean are rounding, not variation.</summary>
    private const double SmallestRelativeSpread = 1e-9;

    private readonly int[] _count;
    private readonly double[] _mean;
    private readonly double[] _squares;

    /// <param name="reference">Scores per step of the successful episodes; NaN where there is none.</param>
    public ReferenceBand(IReadOnlyCollection<double[]> reference)
    {
        int steps = reference.Count == 0 ? 0 : reference.Max(scores => scores.Length);
        (_count, _mean, _squares) = (new int[steps], new double[steps], new double[steps]);
        foreach (double[] scores in reference)
        {
            for (int step = 0; step < scores.Length; step++)
            {
                Include(step, scores[step]);
            }
        }
    }

    /// <summary>Distances in spreads; NaN where there is no reference.</summary>
    /// <param name="scores">Scores per step.</param>
    /// <param name="isReference">True for an episode of the reference.</param>
    public double[] Distances(double[] scores, bool isReference)
    {
        double[] distances = new double[scores.Length];
        for (int step = 0; step < scores.Length; step++)
        {
            distances[step] = step < _count.Length && double.IsFinite(scores[step])
                ? Distance(step, scores[step], isReference)
                : scores[step] is double.PositiveInfinity ? double.PositiveInfinity : double.NaN;
        }

        return distances;
    }

    // Welford's recurrence; an infinite score says nothing about the spread.
    private void Include(int step, double score)
    {
        if (double.IsFinite(score))
        {
            double before = score - _mean[step];
            _mean[step] += before / ++_count[step];
            _squares[step] += before * (score - _mean[step]);
        }
    }

    private double Distance(int step, double score, bool isReference)
    {
        int others = _count[step] - (isReference ? 1 : 0);
        if (others < SmallestReference)
        {
            return double.NaN;
        }

        double away = score - _mean[step];
        double mean = isReference ? _mean[step] - (away / others) : _mean[step];
        double squares = isReference ? _squares[step] - (away * away * _count[step] / others) : _squares[step];
        double spread = Math.Max(Math.Sqrt(Math.Max(0, squares) / (others - 1)), SmallestRelativeSpread * Math.Abs(mean));
        return score <= mean && spread == 0 ? 0 : (score - mean) / spread;
    }
}
