namespace Interlock.Runtime.Telemetry.Catalogue;

/// <summary>One series at one moment.</summary>
/// <param name="Metric">Of which metric.</param>
/// <param name="Labels">Values of the metric's labels, in their order.</param>
/// <param name="Value">Of counters and gauges; of a histogram the sum.</param>
/// <param name="Counts">Of a histogram: how many in each bucket of <see cref="MetricInfo.Bounds"/> and beyond the last; empty for other kinds.</param>
internal sealed record MetricSeries(MetricInfo Metric, IReadOnlyList<string> Labels, double Value, IReadOnlyList<long> Counts)
{
    public long Count => Counts.Sum();
}
