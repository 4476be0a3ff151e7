using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Core.Statistics;
using Interlock.Guard.Calibration;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>
/// Chooses reference and threshold of the CUSUM for a budget of false alarms. Among references above the in-control rate
/// the one is taken that notices fastest when half of the steps become improbable; its threshold is the cautious end of
/// the bootstrap, because the calibration episodes are only a sample.
/// </summary>
internal sealed class CusumLearner(IReadOnlyList<bool[]> episodes, SeededRandom random, DiagnosticCollector findings)
{
    private const double SecondsPerHour = 3600;
    private const double AssumedRateHz = 30;
    private const double NoticedRate = 0.5;
    private const double SmallestMargin = 1.25;
    private const int Resamples = 64;
    private const double CautiousLevel = 0.9;

    // The reference is chosen on the same episodes, which flatters it; half of the budget pays for that.
    private const double DesignShare = 0.5;

    // A single improbable step, or two, is never an alarm.
    private const double SmallestThreshold = 2;

    private static readonly double[] References = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];

    private readonly BlockBootstrap _bootstrap = new(episodes, random);
    private readonly long _steps = episodes.Sum(episode => (long)episode.Length);

    /// <summary>
    /// Null, with a finding, when no CUSUM can keep the budget and still fire: improbable steps are too common in control, or so few
    /// episodes are known that an alarm would need more improbable steps than the longest of them has.
    /// </summary>
    public CusumCalibration? Learn(double alpha, double falseAlarmsPerHour, double? knownRateHz)
    {
        double rateHz = RateFor(knownRateHz);
        double inControl = (double)episodes.Sum(episode => episode.LongCount(step => step)) / _steps;
        double[] references = [.. References.Where(reference => reference >= SmallestMargin * Math.Max(alpha, inControl))];
        if (Design(references, falseAlarmsPerHour / rateHz / SecondsPerHour) is not { } design)
        {
            Refuse(falseAlarmsPerHour, references, rateHz);
            return null;
        }

        ReportExtrapolation(falseAlarmsPerHour, rateHz);
        return new CusumCalibration(alpha, design.Reference, design.Threshold, falseAlarmsPerHour, rateHz, inControl);
    }

    /// <summary>Reference and threshold; null when even the longest episode could not reach the threshold.</summary>
    private (double Reference, double Threshold)? Design(double[] references, double alarmsPerStep)
    {
        if (references.Length == 0)
        {
            return null;
        }

        double designed = Math.Min(1, DesignShare * alarmsPerStep);
        double best = references.MinBy(reference => _bootstrap.Threshold(reference, designed) / (NoticedRate - reference));
        double[] thresholds = _bootstrap.ResampledThresholds(best, designed, Resamples);
        Array.Sort(thresholds);
        double threshold = Math.Max(SmallestThreshold, Quantile.Linear(thresholds, CautiousLevel));
        return threshold < (1 - best) * episodes.Max(episode => episode.Length) ? (best, threshold) : null;
    }

    private double RateFor(double? rateHz)
    {
        if (rateHz is null)
        {
            findings.Warn(
                CalibrationCodes.RateUnknown,
                $"the control rate is unknown: the budget of false alarms per hour was converted with {AssumedRateHz} Hz",
                hint: "state rate_hz");
        }

        return rateHz ?? AssumedRateHz;
    }

    private void Refuse(double falseAlarmsPerHour, double[] references, double rateHz) => findings.Warn(
        CalibrationCodes.AlarmRefused,
        $"alarm cusum was refused: with {episodes.Count} calibration episodes a budget of {falseAlarmsPerHour} false alarms per hour leaves no threshold that an episode could reach",
        hint: Finest(falseAlarmsPerHour, references, rateHz) is { } finest
            ? $"more or longer episodes, or a budget of {finest:0.###} per hour, the finest that these carry (to a factor of 2)"
            : "more or longer episodes; these carry no budget at all");

    private double? Finest(double refused, double[] references, double rateHz)
    {
        double stepsPerHour = rateHz * SecondsPerHour;
        for (double budget = 2 * refused; budget < stepsPerHour; budget *= 2)
        {
            if (Design(references, budget / stepsPerHour) is not null)
            {
                return budget;
            }
        }

        return null;
    }

    private void ReportExtrapolation(double falseAlarmsPerHour, double rateHz)
    {
        double hours = _steps / rateHz / SecondsPerHour;
        if (hours * falseAlarmsPerHour < 1)
        {
            findings.Info(
                CalibrationCodes.BudgetExtrapolated,
                $"the budget of {falseAlarmsPerHour} false alarms per hour is extrapolated: the calibration episodes last {hours:0.###} h together",
                hint: $"they could show {1 / hours:0.#} per hour");
        }
    }
}
