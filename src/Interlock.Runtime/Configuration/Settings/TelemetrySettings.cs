using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What is told of the run, and to whom.</summary>
public sealed record TelemetrySettings
{
    /// <summary>Between two collections. 50 to 60000 ms. Default: 250.</summary>
    [ConfigKey("Between two collections.", Unit = "ms", Min = 50, Max = 60000)]
    public double CollectMs { get; init; } = 250;

    /// <summary>Metrics for Prometheus and its likes. Default: none.</summary>
    [ConfigKey("Metrics for Prometheus and its likes.", DefaultText = "none")]
    public MetricsSettings? Metrics { get; init; }

    /// <summary>Metrics to an OpenTelemetry collector. Default: none.</summary>
    [ConfigKey("Metrics to an OpenTelemetry collector.", DefaultText = "none")]
    public OtlpSettings? Otlp { get; init; }

    /// <summary>Who is told when something happens. Default: none.</summary>
    [ConfigKey("Who is told when something happens.", DefaultText = "none")]
    public IReadOnlyList<AlertSettings> Alerts { get; init; } = [];
}
