using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>An OpenTelemetry collector.</summary>
public sealed record OtlpSettings
{
    /// <summary>Address of the collector, for instance http://localhost:4318. 1 to 1024 characters. Required.</summary>
    [ConfigKey("Address of the collector, for instance http://localhost:4318.", Min = 1, Max = 1024, IsRequired = true)]
    public string Endpoint { get; init; } = "";

    /// <summary>What the collector speaks. Default: grpc.</summary>
    [ConfigKey("What the collector speaks.")]
    public OtlpProtocol Protocol { get; init; }

    /// <summary>Between two exports. 0.1 to 3600 s. Default: 10.</summary>
    [ConfigKey("Between two exports.", Unit = "s", Min = 0.1, Max = 3600)]
    public double IntervalS { get; init; } = 10;
}
