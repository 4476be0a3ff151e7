using Interlock.Core.Contract;
using Interlock.Guard.Channels;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Monitors;

/// <summary>What the contract says about quantities that monitors compare with.</summary>
internal sealed record MonitorLimits
{
    private const double MillisecondsPerSecond = 1000;

    /// <summary>
    /// Largest motion of a step per channel, in units of <see cref="MotionFrame.Motion"/>; +∞ where there is no limit; null
    /// when there is none at all.
    /// </summary>
    public double[]? MaxMotion { get; init; }

    /// <summary>Largest time from observation to action, in milliseconds; null when nobody stated one.</summary>
    public double? LatencyBudgetMs { get; init; }

    /// <summary>The limits of a contract. The latency budget is the watchdog's age limit, or else the control period.</summary>
    public static MonitorLimits Of(SafetyContract contract, ChannelLayout layout)
    {
        double[] motion = [.. contract.Channels.Select((channel, index) => MotionLimit(channel, layout, index))];
        return new MonitorLimits
        {
            MaxMotion = Array.Exists(motion, double.IsFinite) ? motion : null,
            LatencyBudgetMs = contract.Watchdog?.MaxAgeMs ?? (MillisecondsPerSecond / contract.RateHz),
        };
    }

    private static double MotionLimit(ChannelContract channel, ChannelLayout layout, int index)
    {
        double motion = EnvelopeBuilder.MotionLimit(channel, layout.DtS);
        return layout.CommandsVelocity && layout.IsRate[index] ? motion / layout.DtS : motion;
    }
}
