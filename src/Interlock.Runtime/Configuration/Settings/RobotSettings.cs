using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>The robot.</summary>
public sealed record RobotSettings
{
    /// <summary>Where commands go. Required.</summary>
    [ConfigKey("Where commands go.", IsRequired = true)]
    public RobotKind Kind { get; init; }

    /// <summary>What the simulated robot is like.</summary>
    [ConfigKey("What the simulated robot is like.")]
    public RobotOptions Options { get; init; } = new();

    /// <summary>Description of the robot's links (*.urdf), for those who look; attached to the recording. Default: that of table_arm, else none.</summary>
    [ConfigKey("Description of the robot's links (*.urdf), for those who look; attached to the recording.", IsPath = true, DefaultText = "that of table_arm, else none")]
    public string? Urdf { get; init; }

    /// <summary>Seed of noise. Default: run.seed.</summary>
    [ConfigKey("Seed of noise.", DefaultText = "run.seed")]
    public ulong? Seed { get; init; }
}
