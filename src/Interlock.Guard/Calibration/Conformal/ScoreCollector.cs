namespace Interlock.Guard.Calibration.Conformal;

/// <summary>Gathers one kind of score over the calibration episodes.</summary>
internal sealed class ScoreCollector(int expected)
{
    private readonly List<double> _scores = new(expected);
    private readonly List<int> _owners = new(expected);
    private readonly List<double> _maxima = [];

    /// <summary>Largest score of every finished episode.</summary>
    public IReadOnlyList<double> EpisodeMaxima => _maxima;

    public void Hold(double score)
    {
        _scores.Add(score);
        _owners.Add(_maxima.Count);
    }

    public void EndEpisode(double maximum) => _maxima.Add(maximum);

    public StepScores Sorted() => StepScores.Of([.. _scores], [.. _owners], _maxima.Count);

    /// <summary>Threshold for the asked guarantee; null when there are too few episodes.</summary>
    public double? Threshold(CoverageGuarantee guarantee, double alpha) => guarantee == CoverageGuarantee.Step
        ? Sorted().ThresholdAtRisk(alpha)
        : Core.Statistics.Quantile.Conformal(_maxima.Order().ToArray(), alpha);
}
