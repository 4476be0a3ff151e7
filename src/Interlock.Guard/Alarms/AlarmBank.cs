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
    private readonly EpisodeShiftTest? _shift;
    private readonly int _shiftMonitor = -1;
    private int _firedCount;
    private bool _announcesShift;

    /// <param name="calibration">Thresholds.</param>
    /// <param name="bank">The monitors that are watched.</param>
    /// <param name="shiftSeed">Seed of the shift test over episodes; null leaves the test out.</param>
    public AlarmBank(AlarmCalibration calibration, MonitorBank bank, ulong? shiftSeed = null)
    {
        _pValue = bank.IndexOf("p_value");
        _cusum = calibration.Cusum is { } cusum && _pValue >= 0 ? new CusumAlarm(cusum) : null;
        BandScores scores = new(calibration.Bands, bank);
        _bands = [.. calibration.BandRules.Where(scores.Has).Select(rule => new FunctionalBandAlarm(rule, [.. rule.Monitors.Select(scores.Of)], [.. rule.Monitors.Select(bank.IndexOf)]))];
        _conjunctions = [.. calibration.Conjunctions.Where(scores.Has).Select(rule => new ConjunctionAlarm(rule, scores.Of(rule.Novel), scores.Of(rule.Confused), bank.IndexOf(rule.Confused)))];
        _scores = scores.All;
        _monitorOfScore = scores.Monitors;
        if (shiftSeed is { } seed && calibration.EpisodeShift is { } shift && bank.IndexOf(shift.Monitor) >= 0)
        {
            _shift = new EpisodeShiftTest(shift, seed);
            _shiftMonitor = bank.IndexOf(shift.Monitor);
        }

        Infos = [.. Describe(calibration)];
        _fired = new int[Infos.Count];
    }

    /// <summary>Alarms that can fire; <see cref="Fired"/> holds positions in this list.</summary>
    public IReadOnlyList<AlarmInfo> Infos { get; }

    /// <summary>Alarms that fired at the newest step.</summary>
    public ReadOnlySpan<int> Fired => _fired.AsSpan(0, _firedCount);

    /// <summary>What one of <see cref="Infos"/> saw at the newest step.</summary>
    public AlarmReading Read(int alarm)
    {
        int band = alarm - (_cusum is null ? 0 : 1);
        int conjunction = band - _bands.Length;
        return band < 0 ? _cusum!.Read(_pValue)
            : band < _bands.Length ? _bands[band].Read()
            : conjunction < _conjunctions.Length ? _conjunctions[conjunction].Read()
            : AlarmReading.None;
    }

    /// <summary>S of the CUSUM before an alarm set it to 0; NaN without one.</summary>
    public double CusumStatistic => _cusum?.Statistic ?? double.NaN;

    /// <summary>True once the episodes have shifted; stays so.</summary>
    public bool HasEpisodeShift => _shift is { HasFired: true };

    /// <summary>Takes in the finished episode's value for the shift test; when it fires, the next step announces it.</summary>
    public void EndEpisode(MonitorBank bank)
    {
        if (_shift is not null)
        {
            _announcesShift |= _shift.Observe(bank.EpisodeValue(_shiftMonitor));
        }
    }

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

        Record(_announcesShift, position);
        _announcesShift = false;
        return _firedCount;
    }

    /// <summary>Nothing was watched at the newest step.</summary>
    public void Quiet() => _firedCount = 0;

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

        if (_shift is not null)
        {
            yield return AlarmWords.Info(calibration.EpisodeShift!);
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
