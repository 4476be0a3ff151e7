using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;

namespace Interlock.Robots.Simulated;

/// <summary>A simulated arm: its axes, its delays, its noise and what is in its way.</summary>
public sealed record SimulatedArmOptions
{
    /// <summary>Most channels.</summary>
    public const int MaxChannels = 64;

    /// <summary>Name of the robot.</summary>
    /// <value>Default: simulated_arm.</value>
    public string Name { get; init; } = "simulated_arm";

    /// <summary>The axes, 1 to 64.</summary>
    public required IReadOnlyList<SimulatedChannel> Channels { get; init; }

    /// <summary>Measurements per second, above 0 and at most the sub-step rate; between two of them the last one is reported again.</summary>
    /// <value>Default: 100.</value>
    public double MeasurementRateHz { get; init; } = 100;

    /// <summary>Time from a command to its first effect, ns, 0 to one second.</summary>
    /// <value>Default: 5 ms.</value>
    public long CommandLatencyNs { get; init; } = 5_000_000;

    /// <summary>Step of the integration, ns, 10 µs to 10 ms.</summary>
    /// <value>Default: 1 ms.</value>
    public long SubStepNs { get; init; } = 1_000_000;

    /// <summary>What is in the way; null for nothing.</summary>
    public SimulatedWall? Wall { get; init; }

    /// <summary>Standard deviation of the measured force, N, 0 or more.</summary>
    /// <value>Default: 0.</value>
    public double ForceNoiseN { get; init; }

    /// <summary>Contact force at which the drives trip, N, above 0; null for never.</summary>
    public double? TripForceN { get; init; }

    /// <summary>Time for which every drive can give its largest acceleration without a break before it trips, s, above 0; null for ever.</summary>
    public double? OverloadS { get; init; }

    /// <summary>Seed of the noise.</summary>
    /// <value>Default: 1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>An arm that can do what a contract allows, and twice as fast. It measures force.</summary>
    /// <param name="contract">Names, units, bounds and speeds are taken from it.</param>
    /// <param name="name">Name of the robot.</param>
    public static SimulatedArmOptions For(SafetyContract contract, string name = "simulated_arm") => new()
    {
        Name = name,
        Channels = [.. contract.Channels.Select(channel => SimulatedChannel.For(channel, contract.RateHz))],
    };

    /// <summary>Looks for settings that cannot be simulated.</summary>
    /// <param name="findings">Receives RB020, once for every setting.</param>
    public void Validate(DiagnosticCollector findings) => new SimulatedArmRules(this, findings).Check();
}
