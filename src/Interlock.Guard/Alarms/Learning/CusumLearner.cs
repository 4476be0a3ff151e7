using Interlock.Core.Randomness;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>
/// Chooses reference and threshold of the CUSUM for a budget of false alarms. Among references above the in-control rate
/// the one is taken that notices fastest when half of the steps become improbable; its threshold is the cautious end of
/// the bootstrap, because the calibration episodes are only a sample.
/// </summary>
internal sealed class CusumLearner(IReadOnlyList<bool[]> episodes, SeededRandom random)
{
    private const double SecondsPerHour = 3600;
    private const double NoticedRate = 0.5;
    private const double SmallestMargin = 1.25;
    private const int Resamples = 64;
    private const double CautiousLevel = 0.95;

    // A single improbable step, or two, is never an alarm.
    private const double SmallestThreshold = 2;

    private static readonly double[] References = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];

    /// <summary>Null when improbable steps are so common in control that no reference separates them from trouble.</summary>
    public CusumCalibration? Learn(double alpha, double falseAlarmsPerHour, double rateHz)
    {
        double inControl = (double)episodes.Sum(episode => episode.Count(step => step)) / episodes.Sum(episode => episode.Length);
        double alarmsPerStep = Math.Min(1, falseAlarmsPerHour / (rateHz * SecondsPerHour));
        BlockBootstrap bootstrap = new(episodes, random);
        double[] candidates = [.. References.Where(reference => reference >= SmallestMargin * Math.Max(alpha, inControl))];
        if (candidates.Length == 0)
        {
            return null;
        }

        double best = candidates.MinBy(reference => bootstrap.Threshold(reference, alarmsPerStep) / (NoticedRate - reference));
        double[] thresholds = bootstrap.ResampledThresholds(best, alarmsPerStep, Resamples);
        Array.Sort(thresholds);
        double threshold = Math.Max(SmallestThreshold, Core.Statistics.Quantile.Linear(thresholds, CautiousLevel));
        return new CusumCalibration(alpha, best, threshold, falseAlarmsPerHour, rateHz, inControl);
    }
}
