using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Calibration.Report;
using Interlock.Guard.Monitors;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>Learns the alarms that need monitors, and checks all alarms on held-out episodes.</summary>
internal sealed class AlarmLearner(
    DemonstrationSet set, EpisodeSplit split, CalibrationOptions options, DiagnosticCollector findings, SafetyContract contract, MonitorModels models)
{
    // The Mahalanobis model knows the fit episodes only, so calibration episodes and new ones are alike to it.
    private const string ShiftMonitor = "out_of_distribution";
    private const double AssumedRateHz = 30;

    private readonly MonitorTrace _trace = new(contract, models);

    /// <summary>The known rate, or 30 Hz with a warning: a budget per hour needs one.</summary>
    public static double RateFor(double? rateHz, DiagnosticCollector findings)
    {
        if (rateHz is null)
        {
            findings.Warn(CalibrationCodes.RateUnknown, $"the control rate is unknown: the budget of false alarms per hour was converted with {AssumedRateHz} Hz", hint: "state rate_hz");
        }

        return rateHz ?? AssumedRateHz;
    }

    public AlarmCalibration Learn(CusumCalibration? cusum)
    {
        if (cusum is null)
        {
            findings.Warn(CalibrationCodes.AlarmRefused, $"alarm cusum was refused: with {split.Calibration.Length} calibration episodes a budget of {options.Alarms.FalseAlarmsPerHour} false alarms per hour leaves no threshold that an episode could reach", hint: "more episodes, or a larger budget");
        }

        List<double> episodeScores = [];
        int shiftMonitor = _trace.Bank.IndexOf(ShiftMonitor);
        AlarmCalibration bands = new BandLearner(_trace, options.Alarms, findings).Learn(
            Episodes(AlarmEpisodes.ForBands(set, split.Fit)),
            Episodes(AlarmEpisodes.ForBands(set, split.Calibration)),
            set.Facts.Max(facts => facts.Length),
            options.Alarms.EpisodeAlpha ?? options.Alpha,
            bank => episodeScores.Add(bank.EpisodeValue(shiftMonitor)));
        double[] scores = [.. episodeScores.Where(double.IsFinite).Order().Take(EpisodeShiftTest.Capacity / 2)];
        return bands with
        {
            Cusum = cusum,
            EpisodeShift = scores.Length == 0 ? null : new EpisodeShiftCalibration(options.Alarms.ShiftAlpha, ShiftMonitor, scores),
        };
    }

    /// <summary>Claims of the alarms beside what held-out episodes show.</summary>
    public IReadOnlyList<ClaimReport> Check(AlarmCalibration calibration)
    {
        AlarmCheck check = new(calibration, _trace, options.Seed);
        foreach (Episode episode in Episodes(AlarmEpisodes.ForBands(set, split.Holdout)))
        {
            check.Add(episode);
        }

        return check.Claims();
    }

    private IEnumerable<Episode> Episodes(int[] positions) => set.Read(positions.ToHashSet()).Select(pair => pair.Episode);
}
