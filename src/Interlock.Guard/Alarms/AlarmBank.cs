using Interlock.Guard.Monitors;

namespace Interlock.Guard.Alarms;

/// <summary>All alarms of one action stream. Nothing latches and nothing allocates; a new episode starts with <see cref="Reset"/>.</summary>
internal sealed class AlarmBank
{
    private readonly CusumAlarm? _cusum;
    private readonly int _pValue;
    private readonly BandScore[] _scores;
    private readonly int[] _monitorOfScore;
    private readonly FunctionalBandAlarm[] _bands;
    private readonly ConjunctionAlarm[] _conjunctions;
    private readonly int[] _fired;
    private int _firedCount;

    public AlarmBank(AlarmCalibration calibration, MonitorBank bank)
    {
        _pValue = bank.IndexOf("p_value");
        _cusum = calibration.Cusum is { } cusum && _pValue >= 0 ? new CusumAlarm(cusum) : null;
        BandScores scores = new(calibration.Bands, bank);
        _bands = [.. calibration.BandRules.Where(scores.Has).Select(rule => new FunctionalBandAlarm(rule, [.. rule.Monitors.Select(scores.Of)]))];
        _conjunctions = [.. calibration.Conjunctions.Where(scores.Has).Select(rule => new ConjunctionAlarm(rule, scores.Of(rule.Novel), scores.Of(rule.Confused)))];
        _scores = scores.All;
        _monitorOfScore = scores.Monitors;
        Infos = [.. Describe(calibration)];
        _fired = new int[Infos.Count];
    }

    /// <summary>Alarms that can fire; <see cref="Fired"/> holds positions in this list.</summary>
    public IReadOnlyList<AlarmInfo> Infos { get; }

    /// <summary>Alarms that fired at the newest step.</summary>
    public ReadOnlySpan<int> Fired => _fired.AsSpan(0, _firedCount);

    /// <summary>S of the CUSUM before an alarm set it to 0; NaN without one.</summary>
    public double CusumStatistic => _cusum?.Statistic ?? double.NaN;

    /// <summary>Takes in the monitors' values of the newest step; returns how many alarms fired.</summary>
    public int Observe(MonitorBank bank)
    {
        _firedCount = 0;
        int position = 0;
        if (_cusum is not null)
        {
            Record(_cusum.Observe(bank.StepValue(_pValue)), position++);
        }

        for (int i = 0; i < _scores.Length; i++)
        {
            _scores[i].Observe(bank.StepValue(_monitorOfScore[i]));
        }

        foreach (FunctionalBandAlarm band in _bands)
        {
            Record(band.Observe(), position++);
        }

        foreach (ConjunctionAlarm conjunction in _conjunctions)
        {
            Record(conjunction.Observe(), position++);
        }

        return _firedCount;
    }

    public void Reset()
    {
        _firedCount = 0;
        _cusum?.Reset();
        Array.ForEach(_scores, score => score.Reset());
        Array.ForEach(_bands, band => band.Reset());
        Array.ForEach(_conjunctions, conjunction => conjunction.Reset());
    }

    private IEnumerable<AlarmInfo> Describe(AlarmCalibration calibration)
    {
        if (_cusum is not null)
        {
            yield return AlarmWords.Info(calibration.Cusum!);
        }

        foreach (FunctionalBandAlarm band in _bands)
        {
            yield return AlarmWords.Info(band.Rule);
        }

        foreach (ConjunctionAlarm conjunction in _conjunctions)
        {
            yield return AlarmWords.Info(conjunction.Rule);
        }
    }

    private void Record(bool fired, int position)
    {
        if (fired)
        {
            _fired[_firedCount++] = position;
        }
    }
}
