namespace Interlock.Runtime.Telemetry.Catalogue;

/// <summary>How a metric's values belong together.</summary>
public enum MetricKind
{
    /// <summary>Only grows, from 0 at the start of the process.</summary>
    Counter,

    /// <summary>As it is at the moment of collecting.</summary>
    Gauge,

    /// <summary>How values are distributed, since the start of the process.</summary>
    Histogram,
}
