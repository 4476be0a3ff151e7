using Interlock.Core.Diagnostics;
using Interlock.Core.Statistics;
using Interlock.Guard.Calibration.Demonstrations;

namespace Interlock.Guard.Calibration.RateLimits;

/// <summary>Which rate limits go into the contract, and which are checked on the held-out episodes.</summary>
internal sealed class RateLimitChoice(CalibrationOptions options, ChannelPlan plan, DiagnosticCollector findings)
{
    /// <summary>True when the limits checked keep a claim on their exceedance, false when they are percentiles.</summary>
    public bool ExceedanceIsMet { get; private set; }

    /// <summary>Limits from the episodes that are not held out; these are checked.</summary>
    public StepLimits Checked(StepMagnitudes notHeldOut, SpeedRisk? risk, int calibrationEpisodes)
    {
        if (options.VelocityExceedance is { } exceedance && risk is not null)
        {
            if (risk.Limits(exceedance) is { } limits)
            {
                ExceedanceIsMet = true;
                return limits;
            }

            findings.Warn(
                CalibrationCodes.NoGuarantee,
                $"{calibrationEpisodes} calibration episodes carry no claim on an exceedance of {exceedance}; the {options.VelocityPercentile}th percentile was taken instead",
                hint: $"{Quantile.SmallestConformalCount(exceedance)} calibration episodes are needed");
        }

        return PercentileOf(notHeldOut);
    }

    /// <summary>Limits for the contract.</summary>
    public StepLimits ForContract(StepLimits checkedLimits, StepMagnitudes notHeldOut, StepMagnitudes holdout)
    {
        if (ExceedanceIsMet || options.VelocityEpisodes == VelocityEpisodes.NotHeldOut)
        {
            return checkedLimits;
        }

        StepMagnitudes all = notHeldOut.Union(holdout);
        StepLimits limits = PercentileOf(all);
        limits.ReportZeroPercentiles(all, plan, options.VelocityPercentile, findings);
        return limits;
    }

    private StepLimits PercentileOf(StepMagnitudes magnitudes) =>
        StepLimits.Of(magnitudes, plan.IsRate.Length, options.VelocityPercentile);
}
