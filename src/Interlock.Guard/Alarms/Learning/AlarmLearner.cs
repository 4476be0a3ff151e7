using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Calibration.Report;
using Interlock.Guard.Monitors;
using Interlock.Guard.Monitors.Profiles;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>Learns the alarms that need monitors, and checks all alarms on held-out episodes.</summary>
internal sealed class AlarmLearner(
    DemonstrationSet set, EpisodeSplit split, CalibrationOptions options, DiagnosticCollector findings, SafetyContract contract, MonitorModels models)
{
    // The Mahalanobis model knows the fit episodes only, so calibration episodes and new ones are alike to it.
    private const string ShiftMonitor = "out_of_distribution";

    private readonly MonitorTrace _trace = new(contract, models, BandLearner.MonitorsOf(options.Alarms, MonitorProfile.For(options.Profile)));

    public AlarmCalibration Learn(CusumCalibration? cusum)
    {
        List<double> episodeScores = [];
        int shiftMonitor = _trace.Bank.IndexOf(ShiftMonitor);
        AlarmCalibration bands = new BandLearner(_trace, options.Alarms, findings).Learn(
            Episodes(AlarmEpisodes.ForProfiles(set, split.Fit)),
            Episodes(AlarmEpisodes.ForRanks(set, split.Calibration)),
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
        foreach (Episode episode in Episodes(AlarmEpisodes.ForChecks(set, split.Holdout)))
        {
            check.Add(episode);
        }

        return check.Claims();
    }

    private IEnumerable<Episode> Episodes(int[] positions) => set.Read(positions.ToHashSet()).Select(pair => pair.Episode);
}
