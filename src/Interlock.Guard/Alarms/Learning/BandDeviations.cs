namespace Interlock.Guard.Alarms.Learning;

/// <summary>Largest deviations of the calibration episodes from the bands, for the ranks of the alarms.</summary>
internal sealed class BandDeviations
{
    private readonly BandScores _scores;
    private readonly BandScore? _novel;
    private readonly BandScore? _confused;
    private readonly double[] _largest;
    private double _largestConjunction;

    public BandDeviations(BandScores scores, BandScore? novel, BandScore? confused)
    {
        _scores = scores;
        _novel = novel;
        _confused = confused;
        _largest = new double[scores.All.Length];
    }

    /// <summary>One row per episode, in the order of the scores.</summary>
    public List<double[]> Episodes { get; } = [];

    /// <summary>Largest deviation that both monitors of the conjunction shared, per episode.</summary>
    public List<double> Conjunctions { get; } = [];

    public void StartEpisode()
    {
        Array.Fill(_largest, double.NegativeInfinity);
        _largestConjunction = double.NegativeInfinity;
        foreach (BandScore score in _scores.All)
        {
            score.Reset();
        }
    }

    public void Observe(Monitors.MonitorBank bank)
    {
        for (int i = 0; i < _largest.Length; i++)
        {
            BandScore score = _scores.All[i];
            score.Observe(bank.StepValue(_scores.Monitors[i]));

            // A comparison with NaN is false: a step without a value leaves the maximum alone.
            _largest[i] = score.Value > _largest[i] ? score.Value : _largest[i];
        }

        if (_novel is not null && _confused is not null)
        {
            double both = Math.Min(_novel.Value, _confused.Value);
            _largestConjunction = both > _largestConjunction ? both : _largestConjunction;
        }
    }

    public void EndEpisode()
    {
        Episodes.Add([.. _largest]);
        Conjunctions.Add(_largestConjunction);
    }
}
