using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration;
using Interlock.Guard.Monitors;
using Interlock.Guard.Monitors.Profiles;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>Learns functional bands and the rules on them: profiles from the fit episodes, ranks from the calibration episodes.</summary>
internal sealed class BandLearner
{
    private const int BinLimit = 64;

    private readonly MonitorTrace _trace;
    private readonly AlarmOptions _options;
    private readonly DiagnosticCollector _findings;
    private readonly string[] _bandNames;
    private readonly string[] _allNames;

    public BandLearner(MonitorTrace trace, AlarmOptions options, DiagnosticCollector findings)
    {
        _trace = trace;
        _options = options;
        _findings = findings;
        _bandNames = BandsOf(options, trace.Bank.Profile);
        _allNames = MonitorsOf(options, trace.Bank.Profile);
        RequireKnown();
    }

    /// <summary>Every monitor that some band needs.</summary>
    public static string[] MonitorsOf(AlarmOptions options, MonitorProfile profile)
    {
        string?[] conjunction = [options.NovelMonitor, options.ConfusedMonitor];
        return [.. BandsOf(options, profile).Concat(conjunction.OfType<string>()).Distinct()];
    }

    private static string[] BandsOf(AlarmOptions options, MonitorProfile profile) =>
        [.. options.BandMonitors ?? [.. profile.Primary, .. profile.Secondary]];

    /// <summary>Bands and rules; also hands every finished calibration episode to <paramref name="onCalibrated"/>.</summary>
    public AlarmCalibration Learn(
        IEnumerable<Episode> fit,
        IEnumerable<Episode> calibration,
        int longest,
        double alpha,
        Action<MonitorBank> onCalibrated)
    {
        FunctionalBand[] bands = Bands(fit, longest);
        BandScores scores = new(bands, _trace.Bank);
        string? novel = NameIn(bands, _options.NovelMonitor);
        string? confused = NameIn(bands, _options.ConfusedMonitor);
        BandDeviations deviations = new(scores, novel is null ? null : scores.Of(novel), confused is null ? null : scores.Of(confused));
        foreach (Episode episode in calibration)
        {
            deviations.StartEpisode();
            _trace.Run(episode, _ => deviations.Observe(_trace.Bank));
            deviations.EndEpisode();
            onCalibrated(_trace.Bank);
        }

        BandRules rules = new(alpha, _findings);
        string[] present = [.. _bandNames.Where(name => NameIn(bands, name) is not null)];
        ConjunctionRule? conjunction = novel is null || confused is null ? null : rules.Conjunction(deviations, novel, confused);
        return new AlarmCalibration
        {
            Bands = bands,
            BandRules = rules.Bands(deviations, present, scores, _options.SeparateBands),
            Conjunctions = conjunction is null ? [] : [conjunction],
        };
    }

    private FunctionalBand[] Bands(IEnumerable<Episode> fit, int longest)
    {
        int binSteps = (longest + BinLimit - 1) / BinLimit;
        int bins = (longest + binSteps - 1) / binSteps;
        int[] positions = [.. _allNames.Select(_trace.Bank.IndexOf)];
        BandSums[] sums = [.. positions.Select(at => new BandSums(_trace.Bank.Infos[at], _options.WindowSteps, binSteps, bins))];
        foreach (Episode episode in fit)
        {
            Array.ForEach(sums, sum => sum.StartEpisode());
            _trace.Run(episode, step =>
            {
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i].Observe(step, _trace.Bank.StepValue(positions[i]));
                }
            });
        }

        return [.. sums.Select(BandOrFinding).OfType<FunctionalBand>()];

        FunctionalBand? BandOrFinding(BandSums sum, int i)
        {
            FunctionalBand? band = sum.Band();
            if (band is null)
            {
                _findings.Info(
                    CalibrationCodes.AlarmRefused,
                    $"monitor {_allNames[i]} has no band: it had no value in the demonstrations");
            }

            return band;
        }
    }

    private void RequireKnown()
    {
        foreach (string name in _allNames.Where(name => _trace.Bank.IndexOf(name) < 0))
        {
            string? near = Core.Text.NearestName.Of(name, _trace.Bank.Infos.Select(info => info.Name));
            throw new DiagnosticException(
                CalibrationCodes.OptionOutOfRange, $"there is no monitor named {name}", new SourcePlace(null, Key: "alarms"), near is null ? null : $"did you mean {near}?");
        }
    }

    private static string? NameIn(FunctionalBand[] bands, string? name) =>
        Array.Exists(bands, band => band.Monitor == name) ? name : null;
}
