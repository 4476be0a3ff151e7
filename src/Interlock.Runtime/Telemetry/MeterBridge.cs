using System.Diagnostics.Metrics;
using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry;

/// <summary>
/// The catalogue as instruments of <see cref="Meter"/>, for OpenTelemetry and <c>dotnet-counters</c>. Observed values are those of the newest
/// collection; a histogram is told, after each, what came new: every value as the end of its bucket.
/// </summary>
internal sealed class MeterBridge : IDisposable
{
    private readonly Meter _meter;
    private readonly Dictionary<MetricInfo, Histogram<double>> _histograms = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MetricInfo, long[]> _told = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<MetricSeries> _newest = [];

    public MeterBridge(string version)
    {
        _meter = new Meter(TelemetryService.MeterName, version);
        foreach (MetricInfo metric in MetricCatalogue.All)
        {
            Add(metric);
        }
    }

    /// <summary>Shows what was collected. One thread at a time.</summary>
    public void Show(IReadOnlyList<MetricSeries> series)
    {
        Volatile.Write(ref _newest, series);
        foreach (MetricSeries item in series)
        {
            if (item.Metric.Kind == MetricKind.Histogram && _histograms[item.Metric].Enabled)
            {
                Tell(item);
            }
        }
    }

    public void Dispose() => _meter.Dispose();

    private void Add(MetricInfo metric)
    {
        string? unit = metric.Unit.Length == 0 ? null : metric.Unit;
        switch (metric.Kind)
        {
            case MetricKind.Counter:
                _meter.CreateObservableCounter(metric.Name, () => Observed(metric), unit, metric.Meaning);
                break;
            case MetricKind.Gauge:
                _meter.CreateObservableGauge(metric.Name, () => Observed(metric), unit, metric.Meaning);
                break;
            default:
                _histograms[metric] = _meter.CreateHistogram(
                    metric.Name, unit, metric.Meaning, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = metric.Bounds });
                _told[metric] = new long[metric.Bounds.Count + 1];
                break;
        }
    }

    private IEnumerable<Measurement<double>> Observed(MetricInfo metric) => Volatile.Read(ref _newest)
        .Where(item => item.Metric == metric)
        .Select(item => new Measurement<double>(item.Value, metric.Labels.Select((label, i) => KeyValuePair.Create<string, object?>(label, item.Labels[i])).ToArray()));

    private void Tell(MetricSeries item)
    {
        long[] told = _told[item.Metric];
        for (int i = 0; i < told.Length; i++)
        {
            // Beyond the last bound there is no end: what lies there is told as just beyond it.
            double value = i < item.Metric.Bounds.Count ? item.Metric.Bounds[i] : Math.BitIncrement(item.Metric.Bounds[^1]);
            for (; told[i] < item.Counts[i]; told[i]++)
            {
                _histograms[item.Metric].Record(value);
            }
        }
    }
}
