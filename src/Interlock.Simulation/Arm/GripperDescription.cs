namespace Interlock.Simulation.Arm;

/// <summary>A parallel gripper, described by its opening.</summary>
public sealed record GripperDescription
{
    /// <summary>Name as the robot reports it.</summary>
    public required string Name { get; init; }

    /// <summary>Widest opening, in metres; closed is zero.</summary>
    public required double MaxOpeningM { get; init; }

    /// <summary>Speed at which the fingers saturate, in m/s.</summary>
    public required double MaxVelocityMPerS { get; init; }

    /// <summary>Acceleration at which the fingers saturate, in m/s².</summary>
    public required double MaxAccelerationMPerS2 { get; init; }

    /// <summary>Bandwidth of the opening servo, in rad/s.</summary>
    public required double BandwidthRadPerS { get; init; }
}
