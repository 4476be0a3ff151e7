using Interlock.Core.Contract;
using Interlock.Core.Units;

namespace Interlock.Robots.Simulated;

/// <summary>One axis of a simulated arm: a position servo that saturates in acceleration and speed and ends at hard stops.</summary>
public sealed record SimulatedChannel
{
    /// <summary>Speed of the full range in this time, where a contract states no speed.</summary>
    private const double FullRangeS = 1;

    /// <summary>Range that is assumed where a contract states none, in channel units.</summary>
    private const double AssumedRange = 2;

    /// <summary>The machine is this much faster than the contract lets it be, as machines are.</summary>
    private const double Headroom = 2;

    /// <summary>Full speed is reached in this time, where a contract states no acceleration.</summary>
    private const double SpeedUpS = 0.1;

    /// <summary>Name, as in the contract.</summary>
    public required string Name { get; init; }

    /// <summary>Unit of commands and measurements.</summary>
    public required ChannelUnit Unit { get; init; }

    /// <summary>Lower hard stop, in channel units.</summary>
    /// <value>Default: −π.</value>
    public double Min { get; init; } = -Math.PI;

    /// <summary>Upper hard stop, in channel units; above <see cref="Min"/>.</summary>
    /// <value>Default: π.</value>
    public double Max { get; init; } = Math.PI;

    /// <summary>Position at rest after connecting, in channel units, between the stops.</summary>
    /// <value>Default: 0.</value>
    public double Start { get; init; }

    /// <summary>Speed at which the drive saturates, in channel units per second, above 0.</summary>
    /// <value>Default: 3.</value>
    public double MaxVelocity { get; init; } = 3;

    /// <summary>Acceleration at which the drive saturates, in channel units per second squared, above 0.</summary>
    /// <value>Default: 30.</value>
    public double MaxAcceleration { get; init; } = 30;

    /// <summary>Bandwidth of the position servo, in rad/s, above 0 and below a quarter of the sub-step rate.</summary>
    /// <value>Default: 25, as of light arms.</value>
    public double BandwidthRadPerS { get; init; } = 25;

    /// <summary>Damping ratio of the servo; 1 neither overshoots nor creeps. Above 0, at most 2.</summary>
    /// <value>Default: 1.</value>
    public double DampingRatio { get; init; } = 1;

    /// <summary>Standard deviation of the measurement, in channel units, 0 or more.</summary>
    /// <value>Default: 0.</value>
    public double NoiseDeviation { get; init; }

    /// <summary>An axis that can do what a contract allows, and twice as fast.</summary>
    /// <param name="channel">Bounds become hard stops; speed and acceleration are doubled.</param>
    /// <param name="rateHz">Rate of the contract; needed where it limits the change per step.</param>
    public static SimulatedChannel For(ChannelContract channel, double? rateHz)
    {
        double min = channel.Min ?? (channel.Max - AssumedRange ?? -AssumedRange);
        double max = channel.Max ?? (channel.Min + AssumedRange ?? AssumedRange);
        double velocity = Headroom * (channel.MaxVelocity ?? (channel.MaxStep * rateHz) ?? ((max - min) / FullRangeS));
        return new SimulatedChannel
        {
            Name = channel.Name,
            Unit = channel.Unit,
            Min = min,
            Max = max,
            Start = RestingPlace.Of(channel),
            MaxVelocity = velocity,
            MaxAcceleration = Headroom * (channel.MaxAcceleration ?? (velocity / SpeedUpS)),
        };
    }
}
