using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry.Probes;

/// <summary>Reads what another thread leaves to read, and disturbs nobody.</summary>
internal interface IMetricProbe
{
    /// <summary>Called a few times a second, by one thread at a time.</summary>
    void Read(MetricBoard board);
}
