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
    private const double CautiousLevel = 0.99;

    // The reference is chosen on the same episodes, which flatters it; half the budget pays for that.
    private const double DesignShare = 0.5;

    // A single improbable step, or two, is never an alarm.
    private const double SmallestThreshold = 2;

    private static readonly double[] References = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];

    /// <summary>
    /// Null when no CUSUM can keep the budget and still fire: improbable steps are too common in control, or so few episodes
    /// are known that an alarm would need more improbable steps than the longest of them has.
    /// </summary>
    public CusumCalibration? Learn(double alpha, double falseAlarmsPerHour, double rateHz)
    {
        double inControl = (double)episodes.Sum(episode => episode.Count(step => step)) / episodes.Sum(episode => episode.Length);
        double alarmsPerStep = Math.Min(1, DesignShare * falseAlarmsPerHour / (rateHz * SecondsPerHour));
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
        bool canFire = threshold < (1 - best) * episodes.Max(episode => episode.Length);
        return !canFire ? null : new CusumCalibration(alpha, best, threshold, falseAlarmsPerHour, rateHz, inControl);
    }
}
