using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>How much is run.</summary>
public sealed record EpisodeSettings
{
    /// <summary>Length of an episode. 0.001 to 31536000 s. Default: until stopped.</summary>
    [ConfigKey("Length of an episode.", Unit = "s", Min = 0.001, Max = 31536000, DefaultText = "until stopped")]
    public double? DurationS { get; init; }

    /// <summary>Episodes, one after the other. 1 to 1000000. Default: 1.</summary>
    [ConfigKey("Episodes, one after the other.", Min = 1, Max = 1000000)]
    public int Episodes { get; init; } = 1;

    /// <summary>Seed of everything random. Default: 1.</summary>
    [ConfigKey("Seed of everything random.")]
    public ulong Seed { get; init; } = 1;

    /// <summary>Judge without moving: the robot gets no command. Default: false.</summary>
    [ConfigKey("Judge without moving: the robot gets no command.")]
    public bool Shadow { get; init; }
}
