namespace Interlock.Robots;

/// <summary>What a robot is, as far as a command needs to know.</summary>
public sealed record RobotDescription
{
    /// <summary>Name of the kind of robot, for instance <c>so101</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Channels in the robot's own order.</summary>
    public required IReadOnlyList<RobotChannel> Channels { get; init; }

    /// <summary>True for simulations and replays: nothing real moves.</summary>
    public required bool IsSimulated { get; init; }

    /// <summary>True when <see cref="Core.Observations.RobotState.ForceN"/> is measured.</summary>
    public bool MeasuresForce { get; init; }

    /// <summary>True when <see cref="Core.Observations.RobotState.TorqueNm"/> is measured.</summary>
    public bool MeasuresTorque { get; init; }
}
