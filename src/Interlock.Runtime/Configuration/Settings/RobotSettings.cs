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

    /// <summary>Seed of noise. Default: run.seed.</summary>
    [ConfigKey("Seed of noise.", DefaultText = "run.seed")]
    public ulong? Seed { get; init; }
}
