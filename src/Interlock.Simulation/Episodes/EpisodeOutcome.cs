using Interlock.Core.Episodes;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Episodes;

/// <summary>What came of one simulated episode.</summary>
public sealed record EpisodeOutcome
{
    /// <summary>The recording: the policy's raw actions and the measured states before them.</summary>
    public required Episode Episode { get; init; }

    /// <summary>What was sent to the arm, row-major T×D.</summary>
    public required double[] ExecutedActions { get; init; }

    /// <summary>What the arm really did; from the onset of the fault on when there was one.</summary>
    public required MotionExtremes Extremes { get; init; }

    /// <summary>True when the cube lies at the goal and the drives have not tripped.</summary>
    public required bool Success { get; init; }
}
