using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Arm;

/// <summary>One revolute joint: where it sits on its parent, how far, how fast and how strongly it turns.</summary>
public sealed record JointDescription
{
    /// <summary>Name as the robot reports it.</summary>
    public required string Name { get; init; }

    /// <summary>p_PJ: origin of the joint in its parent's frame, in metres. All frames are parallel when every angle is zero.</summary>
    public required Vector3d OffsetM { get; init; }

    /// <summary>Unit vector of the axis, in the joint's own frame.</summary>
    public required Vector3d Axis { get; init; }

    /// <summary>Lower mechanical stop, in radians.</summary>
    public required double MinRad { get; init; }

    /// <summary>Upper mechanical stop, in radians.</summary>
    public required double MaxRad { get; init; }

    /// <summary>Speed at which the motor saturates, in rad/s.</summary>
    public required double MaxVelocityRadPerS { get; init; }

    /// <summary>Acceleration at which the motor saturates, in rad/s².</summary>
    public required double MaxAccelerationRadPerS2 { get; init; }

    /// <summary>Inertia as the joint feels it, gearbox included, in kg·m².</summary>
    public required double InertiaKgM2 { get; init; }

    /// <summary>Bandwidth of the position servo, in rad/s.</summary>
    public required double BandwidthRadPerS { get; init; }
}
