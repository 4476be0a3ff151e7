using Interlock.Runtime.Telemetry.Alerts;

namespace Interlock.Runtime.Telemetry;

/// <summary>What telemetry tells, and to whom.</summary>
public sealed record TelemetryOptions
{
    /// <summary>Where scrapers read; null for nowhere.</summary>
    public MetricsListener? Metrics { get; init; }

    /// <summary>Who is told when something happens.</summary>
    public IReadOnlyList<AlertRoute> Alerts { get; init; } = [];

    /// <summary>Name of the run in alerts.</summary>
    public string Source { get; init; } = "interlock";

    /// <summary>Version of this software; null when unknown.</summary>
    public string? SoftwareVersion { get; init; }

    /// <summary>Between two collections. 50 ms or more; default 250 ms.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Told once when a sink begins to fail, a sentence with its code; never holds an address. Null for nobody.</summary>
    public Action<string>? OnTrouble { get; init; }
}
