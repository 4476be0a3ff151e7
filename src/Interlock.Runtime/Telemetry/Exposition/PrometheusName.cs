using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry.Exposition;

/// <summary>Names as Prometheus has them, with the unit in words. Source: OpenTelemetry's "Prometheus and OpenMetrics compatibility".</summary>
internal static class PrometheusName
{
    /// <summary>Name of the family, without the suffix of a counter's samples.</summary>
    public static string Of(MetricInfo metric)
    {
        string name = metric.Name.Replace('.', '_');
        return UnitOf(metric) is { } unit ? $"{name}_{unit}" : name;
    }

    /// <summary>Null for what has no unit or counts things.</summary>
    public static string? UnitOf(MetricInfo metric) => metric.Unit switch
    {
        "s" => "seconds",
        "By" => "bytes",
        "1" => "ratio",
        _ => null,
    };
}
