using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.RateLimits;

namespace Interlock.Guard.Calibration.Clipping;

/// <summary>The contract that the episodes but one calibration episode would have made.</summary>
/// <param name="contracts">Writes contracts.</param>
/// <param name="box">The box.</param>
/// <param name="steps">Percentile limits.</param>
/// <param name="risk">Rate limits that keep a claim of their own, with the claim; null for percentile limits.</param>
internal sealed class LeftOutLimits(ContractBuilder contracts, LeftOutBox box, LeftOutSteps steps, (SpeedRisk Risk, double Exceedance)? risk)
{
    /// <param name="owner">Place of the episode among the calibration episodes.</param>
    /// <param name="facts">What is known about the episode.</param>
    /// <param name="episode">The episode.</param>
    public SafetyContract Without(int owner, EpisodeFacts facts, Episode episode)
    {
        StepLimits limits = risk is { } promised ? promised.Risk.LimitsWithout(owner, promised.Exceedance) : steps.Without(episode);
        return contracts.Build(box.Without(owner, facts), limits);
    }
}
