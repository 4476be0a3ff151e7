using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What a simulated robot is like; a key that a kind does not have is ignored by it.</summary>
public sealed record RobotOptions
{
    /// <summary>Channels in the robot's own order. Default: those of the contract.</summary>
    [ConfigKey("Channels in the robot's own order.", DefaultText = "those of the contract")]
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Measurements per second. 0.1 to 1000 Hz. Default: 100.</summary>
    [ConfigKey("Measurements per second.", Unit = "Hz", Min = 0.1, Max = 1000)]
    public double MeasurementRateHz { get; init; } = 100;

    /// <summary>Time from a command to its first effect. 0 to 1000 ms. Default: 5.</summary>
    [ConfigKey("Time from a command to its first effect.", Unit = "ms", Min = 0, Max = 1000)]
    public double LatencyMs { get; init; } = 5;

    /// <summary>Standard deviation of measured positions, in channel units. 0 to 1. Default: 0.</summary>
    [ConfigKey("Standard deviation of measured positions, in channel units.", Min = 0, Max = 1)]
    public double PositionNoise { get; init; }

    /// <summary>Standard deviation of the measured force. 0 to 1000 N. Default: 0.</summary>
    [ConfigKey("Standard deviation of the measured force.", Unit = "N", Min = 0, Max = 1000)]
    public double ForceNoiseN { get; init; }

    /// <summary>Contact force at which the drives trip. 0.001 to 100000 N. Default: never.</summary>
    [ConfigKey("Contact force at which the drives trip.", Unit = "N", Min = 0.001, Max = 100000, DefaultText = "never")]
    public double? TripForceN { get; init; }

    /// <summary>Channel that reaches a wall. 1 to 128 characters. Default: no wall.</summary>
    [ConfigKey("Channel that reaches a wall.", Min = 1, Max = 128, DefaultText = "no wall")]
    public string? WallChannel { get; init; }

    /// <summary>Value of that channel at which contact begins, in channel units. -1000000 to 1000000. Default: no wall.</summary>
    [ConfigKey("Value of that channel at which contact begins, in channel units.", Min = -1000000, Max = 1000000, DefaultText = "no wall")]
    public double? WallPosition { get; init; }

    /// <summary>Force of the wall in newton per channel unit of depth. 0.001 to 1000000000. Default: 5000.</summary>
    [ConfigKey("Force of the wall in newton per channel unit of depth.", Min = 0.001, Max = 1000000000)]
    public double WallStiffness { get; init; } = 5000;
}
