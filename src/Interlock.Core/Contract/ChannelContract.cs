using Interlock.Core.Units;

namespace Interlock.Core.Contract;

/// <summary>What one channel of the action vector may do. An absent limit is null, never zero.</summary>
public sealed record ChannelContract
{
    /// <summary>Name as the robot knows it; unique in the contract, order by name and never by index.</summary>
    public required string Name { get; init; }

    /// <summary>What the channel moves.</summary>
    /// <value>Default: <see cref="ChannelRole.Joint"/>.</value>
    public ChannelRole Role { get; init; } = ChannelRole.Joint;

    /// <summary>Unit of every number of this channel.</summary>
    public ChannelUnit Unit { get; init; } = ChannelUnit.None;

    /// <summary>Lowest command, in channel units.</summary>
    public double? Min { get; init; }

    /// <summary>Highest command, in channel units.</summary>
    public double? Max { get; init; }

    /// <summary>Lower end of the range in which full speed is allowed; below it the approach to <see cref="Min"/> is slowed.</summary>
    public double? SoftMin { get; init; }

    /// <summary>Upper end of the range in which full speed is allowed; above it the approach to <see cref="Max"/> is slowed.</summary>
    public double? SoftMax { get; init; }

    /// <summary>Largest change per control step, in channel units. Excludes <see cref="MaxVelocity"/>.</summary>
    public double? MaxStep { get; init; }

    /// <summary>Largest speed, in channel units per second. Excludes <see cref="MaxStep"/>.</summary>
    public double? MaxVelocity { get; init; }

    /// <summary>Largest acceleration and deceleration, in channel units per second squared.</summary>
    public double? MaxAcceleration { get; init; }

    /// <summary>Largest jerk, in channel units per second cubed.</summary>
    public double? MaxJerk { get; init; }

    /// <summary>True for a joint that turns without end: differences are taken the short way round and it has no bounds.</summary>
    public bool Continuous { get; init; }
}
