using Interlock.Core.Episodes;
using Interlock.Core.Statistics;
using Interlock.Guard.Calibration.Report;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>Runs the alarms over held-out episodes and counts.</summary>
internal sealed class AlarmCheck
{
    private const double SecondsPerHour = 3600;

    private readonly AlarmCalibration _calibration;
    private readonly MonitorTrace _trace;
    private readonly AlarmBank _alarms;
    private readonly EpisodeShiftTest? _shift;
    private readonly int _shiftMonitor;
    private readonly long[] _fires;
    private readonly int[] _episodesWithFire;
    private int _episodes;
    private long _steps;

    public AlarmCheck(AlarmCalibration calibration, MonitorTrace trace, ulong seed)
    {
        _calibration = calibration;
        _trace = trace;
        _alarms = new AlarmBank(calibration, trace.Bank);
        _shift = calibration.EpisodeShift is { } shift ? new EpisodeShiftTest(shift, seed) : null;
        _shiftMonitor = calibration.EpisodeShift is null ? -1 : trace.Bank.IndexOf(calibration.EpisodeShift.Monitor);
        _fires = new long[_alarms.Infos.Count];
        _episodesWithFire = new int[_alarms.Infos.Count];
    }

    public void Add(Episode episode)
    {
        bool[] fired = new bool[_fires.Length];
        _alarms.Reset();
        _trace.Run(episode, _ =>
        {
            _alarms.Observe(_trace.Bank);
            foreach (int alarm in _alarms.Fired)
            {
                _fires[alarm]++;
                fired[alarm] = true;
            }
        });
        for (int i = 0; i < fired.Length; i++)
        {
            _episodesWithFire[i] += fired[i] ? 1 : 0;
        }

        _shift?.Observe(_trace.Bank.EpisodeValue(_shiftMonitor));
        _episodes++;
        _steps += episode.Length;
    }

    public IReadOnlyList<ClaimReport> Claims()
    {
        List<ClaimReport> claims = [];
        for (int i = 0; i < _fires.Length; i++)
        {
            claims.Add(_alarms.Infos[i].Code == AlarmCodes.Cusum ? CusumClaim(i) : EpisodeClaim(i));
        }

        if (_shift is not null)
        {
            AlarmInfo info = AlarmWords.Info(_calibration.EpisodeShift!);
            claims.Add(new ClaimReport(
                info.Name,
                info.Claim,
                _calibration.EpisodeShift!.Alpha,
                _shift.HasFired ? 1 : 0,
                WilsonInterval.Of(_shift.HasFired ? 1 : 0, 1),
                "runs over the held-out episodes"));
        }

        return claims;
    }

    private ClaimReport CusumClaim(int alarm)
    {
        double hours = _steps / _calibration.Cusum!.RateHz / SecondsPerHour;
        Interval count = PoissonInterval.Of(_fires[alarm]);
        AlarmInfo info = _alarms.Infos[alarm];
        return new ClaimReport(
            info.Name,
            info.Claim,
            _calibration.Cusum.FalseAlarmsPerHour,
            _fires[alarm] / hours,
            new Interval(count.Low / hours, count.High / hours),
            "alarms per hour");
    }

    private ClaimReport EpisodeClaim(int alarm)
    {
        AlarmInfo info = _alarms.Infos[alarm];
        double alpha = _calibration.BandRules.FirstOrDefault(rule => rule.Name == info.Name)?.Alpha ?? _calibration.Conjunctions.First(rule => rule.Name == info.Name).Alpha;
        return new ClaimReport(
            info.Name,
            info.Claim,
            alpha,
            (double)_episodesWithFire[alarm] / _episodes,
            WilsonInterval.Of(_episodesWithFire[alarm], _episodes),
            "fraction of episodes");
    }
}
