using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Conformal;
using Interlock.Guard.Calibration.Demonstrations;

namespace Interlock.Guard.Calibration.RateLimits;

/// <summary>
/// Scales percentile limits of the fit episodes together until the expected fraction of the steps of a new episode with
/// any channel above its limit is at most what was asked: conformal risk control over the calibration episodes.
/// </summary>
internal sealed class SpeedRisk(StepLimits fitLimits, ChannelPlan plan, ScoreStride stride, long totalSteps)
{
    private readonly ScoreCollector _ratios = new((int)(totalSteps / stride.Steps) + 1);
    private StepScores? _sorted;

    private StepScores Sorted => _sorted ??= _ratios.Sorted();

    public void Add(Episode episode)
    {
        double worst = 0;
        for (int t = 1 + stride.FirstOf(episode.Length - 1); t < episode.Length; t += stride.Steps)
        {
            double ratio = fitLimits.WorstRatio(episode.Action(t), episode.Action(t - 1), plan);
            worst = Math.Max(worst, ratio);
            _ratios.Hold(ratio);
        }

        _ratios.EndEpisode(worst);
    }

    /// <summary>The scaled limits; null when there are too few episodes for <paramref name="exceedance"/>.</summary>
    public StepLimits? Limits(double exceedance) =>
        Sorted.ThresholdAtRisk(exceedance) is { } factor ? fitLimits.Scaled(factor) : null;

    /// <summary>The limits that the other calibration episodes alone would have given.</summary>
    public StepLimits LimitsWithout(int episode, double exceedance) => fitLimits.Scaled(Sorted.SameRiskWithout(episode, exceedance));
}
