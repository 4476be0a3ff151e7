using Interlock.Guard.Calibration.RateLimits;
using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration.Models;

/// <summary>What counts as standing still, taken from how the demonstrations move.</summary>
internal static class RestFit
{
    // A tenth of the usual motion is slow for a demonstration and far above encoder noise.
    private const double StallFractionOfMedian = 0.1;

    // One hundredth of a fast step: reversals smaller than that are quantisation and tremor, not a change of mind.
    private const double DeadBandFractionOfLimit = 0.01;

    /// <summary>Motion norm at or below which a step counts as standing still; null when nothing moved.</summary>
    public static double? StallMotionNorm(FitSums sums)
    {
        double[] moving = [.. sums.MotionNorms.Where(norm => norm > 0).Order()];
        return moving.Length == 0 ? null : StallFractionOfMedian * moving[moving.Length / 2];
    }

    /// <summary>Motion per channel that is noise.</summary>
    public static double[] DeadBand(StepLimits limits) => [.. limits.Speed.Select(limit => DeadBandFractionOfLimit * (limit ?? 0))];
}
