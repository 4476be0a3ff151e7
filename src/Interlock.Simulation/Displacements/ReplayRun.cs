using Interlock.Simulation.Geometry;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Displacements;

/// <summary>What came of one open-loop replay.</summary>
public sealed record ReplayRun
{
    /// <summary>True when the cube lies at the goal and the drives have not tripped.</summary>
    public required bool Success { get; init; }

    /// <summary>True when the drives tripped.</summary>
    public required bool Tripped { get; init; }

    /// <summary>X_WT: true pose of the tool after each step.</summary>
    public required IReadOnlyList<Pose> Tool { get; init; }

    /// <summary>Displacement actions as decoded, before any filter, row-major T×D.</summary>
    public required double[] Decoded { get; init; }

    /// <summary>Commands that were sent, row-major T×D: joints [rad], gripper [m].</summary>
    public required double[] Sent { get; init; }

    /// <summary>What the arm really did.</summary>
    public required MotionExtremes Extremes { get; init; }
}
