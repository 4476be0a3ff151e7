using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Policies;

/// <summary>What the scripted policy sees when it plans.</summary>
public readonly ref struct PolicyObservation
{
    /// <summary>Measured joint angles [rad] and gripper opening [m].</summary>
    public required ReadOnlySpan<double> Measured { get; init; }

    /// <summary>Control step.</summary>
    public required int Step { get; init; }

    /// <summary>p_WC: centre of the cube, in metres.</summary>
    public required Vector3d CubePosition { get; init; }

    /// <summary>True while the fingers hold the cube.</summary>
    public required bool IsCubeHeld { get; init; }
}
