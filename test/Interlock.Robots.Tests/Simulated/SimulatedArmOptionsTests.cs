using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.Robots.Simulated;
using Xunit;

namespace Interlock.Robots.Tests.Simulated;

public sealed class SimulatedArmOptionsTests
{
    private static readonly SimulatedChannel Joint = new() { Name = "joint", Unit = ChannelUnit.Radian };
    private static readonly SimulatedArmOptions Good = new() { Channels = [Joint] };
    private static readonly SimulatedWall Wall = new() { Weights = new Dictionary<string, double> { ["joint"] = 1 }, Position = 0 };

    public static TheoryData<string, SimulatedArmOptions> Unusable() => new()
    {
        { "channels", Good with { Channels = [] } },
        { "channels", Good with { Channels = [.. Enumerable.Range(0, 65).Select(i => Joint with { Name = $"j{i}" })] } },
        { "channels 'joint'", Good with { Channels = [Joint, Joint] } },
        { "channels[0].min", Good with { Channels = [Joint with { Min = double.NegativeInfinity }] } },
        { "channels[0].start", Good with { Channels = [Joint with { Start = double.NaN }] } },
        { "channels[0].max_velocity", Good with { Channels = [Joint with { MaxVelocity = 0 }] } },
        { "channels[0].max_acceleration", Good with { Channels = [Joint with { MaxAcceleration = double.NaN }] } },
        { "channels[0].bandwidth_rad_per_s", Good with { Channels = [Joint with { BandwidthRadPerS = 2_000 }] } },
        { "channels[0].noise_deviation", Good with { Channels = [Joint with { NoiseDeviation = -1 }] } },
        { "measurement_rate_hz", Good with { MeasurementRateHz = 1_001 } },
        { "measurement_rate_hz", Good with { MeasurementRateHz = double.NaN } },
        { "command_latency_ns", Good with { CommandLatencyNs = -1 } },
        { "sub_step_ns", Good with { SubStepNs = 1 } },
        { "trip_force_n", Good with { TripForceN = 0 } },
        { "wall", Good with { Wall = Wall with { Stiffness = 1e9 } } },
        { "wall.mass", Good with { Wall = Wall with { Mass = 0 } } },
        { "wall.weights", Good with { Wall = Wall with { Weights = new Dictionary<string, double> { ["joint"] = 0 } } } },
        { "wall.weights 'jiont'", Good with { Wall = Wall with { Weights = new Dictionary<string, double> { ["jiont"] = 1 } } } },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Settings_that_cannot_be_simulated_are_named(string key, SimulatedArmOptions options)
    {
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(() => new SimulatedArm(options));
        Assert.Contains(refusal.Diagnostics, finding => finding.Code == RobotCodes.SimulationSettings && finding.Place!.Key == key);
    }

    [Fact]
    public void The_defaults_can_be_simulated()
    {
        DiagnosticCollector findings = new();
        (Good with { Wall = Wall }).Validate(findings);
        Assert.Empty(findings.Items);
    }
}
