using Interlock.Core.Contract;
using Interlock.Guard.Channels;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Interventions;

/// <summary>A channel's limits as its contract states them, for reports.</summary>
internal readonly record struct LimitDescription
{
    /// <summary>Unit of the command itself: the channel's, or per second where velocities are commanded.</summary>
    public required string Unit { get; init; }

    public required double Velocity { get; init; }

    public required string VelocityUnit { get; init; }

    public required double Acceleration { get; init; }

    public required string AccelerationUnit { get; init; }

    public required double Jerk { get; init; }

    public required string JerkUnit { get; init; }

    /// <summary>True where the lower or upper end of the range is the workspace's and not the channel's own.</summary>
    public required bool LowIsWorkspace { get; init; }

    /// <inheritdoc cref="LowIsWorkspace" />
    public required bool HighIsWorkspace { get; init; }

    /// <summary>True where the end of a commanded rate's range is its speed limit and not its own bound.</summary>
    public required bool LowIsVelocity { get; init; }

    /// <inheritdoc cref="LowIsVelocity" />
    public required bool HighIsVelocity { get; init; }

    public static LimitDescription Of(SafetyContract contract, int index, ChannelLayout layout)
    {
        ChannelContract channel = contract.Channels[index];
        string unit = layout.Units[index];
        (double Low, double High)? box = layout.IsRate[index] ? null : WorkspaceBounds.Find(contract, channel.Name);
        double rate = layout.IsRate[index] ? EnvelopeBuilder.RateLimit(contract, channel, layout) : double.PositiveInfinity;
        return new LimitDescription
        {
            Unit = layout.CommandUnits[index],
            Velocity = channel.MaxStep ?? channel.MaxVelocity ?? double.NaN,
            VelocityUnit = channel.MaxStep is null ? $"{unit}/s" : unit,
            Acceleration = channel.MaxAcceleration ?? double.NaN,
            AccelerationUnit = $"{unit}/s^2",
            Jerk = channel.MaxJerk ?? double.NaN,
            JerkUnit = $"{unit}/s^3",
            LowIsWorkspace = box?.Low > (channel.Min ?? double.NegativeInfinity),
            HighIsWorkspace = box?.High < (channel.Max ?? double.PositiveInfinity),
            LowIsVelocity = -rate > (channel.Min ?? double.NegativeInfinity),
            HighIsVelocity = rate < (channel.Max ?? double.PositiveInfinity),
        };
    }
}
