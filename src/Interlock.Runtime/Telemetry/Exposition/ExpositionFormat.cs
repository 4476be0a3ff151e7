namespace Interlock.Runtime.Telemetry.Exposition;

/// <summary>Which text a scraper asked for.</summary>
internal enum ExpositionFormat
{
    /// <summary>Prometheus text, version 0.0.4.</summary>
    Prometheus,

    /// <summary>OpenMetrics text, version 1.0.0.</summary>
    OpenMetrics,
}
