using System.Globalization;
using System.Text;
using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry.Exposition;

/// <summary>Writes what was collected as a scraper reads it. Sources: Prometheus "Exposition formats" 0.0.4, OpenMetrics 1.0.0.</summary>
internal sealed class ExpositionText(ExpositionFormat format)
{
    private readonly StringBuilder _text = new();
    private readonly bool _isOpen = format == ExpositionFormat.OpenMetrics;

    public static string ContentTypeOf(ExpositionFormat format) => format == ExpositionFormat.OpenMetrics
        ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
        : "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IReadOnlyList<MetricSeries> series, ExpositionFormat format) => new ExpositionText(format).Whole(series);

    private string Whole(IReadOnlyList<MetricSeries> series)
    {
        MetricInfo? family = null;
        foreach (MetricSeries item in series)
        {
            if (item.Metric != family)
            {
                family = item.Metric;
                Head(family);
            }

            Samples(item);
        }

        return _isOpen ? _text.Append("# EOF\n").ToString() : _text.ToString();
    }

    private void Head(MetricInfo metric)
    {
        string name = PrometheusName.Of(metric);
        // The older text has no families: a counter is known by the name of its samples.
        string shown = metric.Kind == MetricKind.Counter && !_isOpen ? $"{name}_total" : name;
        _text.Append($"# HELP {shown} ").Append(Escaped(metric.Meaning, quotes: _isOpen)).Append('\n');
        _text.Append($"# TYPE {shown} {metric.Kind.ToString().ToLowerInvariant()}\n");
        if (_isOpen && PrometheusName.UnitOf(metric) is { } unit)
        {
            _text.Append($"# UNIT {shown} {unit}\n");
        }
    }

    private void Samples(MetricSeries item)
    {
        string name = PrometheusName.Of(item.Metric);
        if (item.Metric.Kind != MetricKind.Histogram)
        {
            Sample(item.Metric.Kind == MetricKind.Counter ? $"{name}_total" : name, item, null, Number(item.Value));
            return;
        }

        long below = 0;
        for (int i = 0; i < item.Counts.Count; i++)
        {
            below += item.Counts[i];
            string bound = i < item.Metric.Bounds.Count ? Bound(item.Metric.Bounds[i]) : "+Inf";
            Sample($"{name}_bucket", item, bound, Number(below));
        }

        Sample($"{name}_sum", item, null, Number(item.Value));
        Sample($"{name}_count", item, null, Number(below));
    }

    private void Sample(string name, MetricSeries item, string? bound, string value)
    {
        _text.Append(name);
        char before = '{';
        for (int i = 0; i < item.Labels.Count; i++)
        {
            _text.Append(before).Append(item.Metric.Labels[i]).Append("=\"").Append(Escaped(item.Labels[i], quotes: true)).Append('"');
            before = ',';
        }

        if (bound is not null)
        {
            _text.Append(before).Append("le=\"").Append(bound).Append('"');
            before = ',';
        }

        _text.Append(before == ',' ? "} " : " ").Append(value).Append('\n');
    }

    private static string Escaped(string text, bool quotes)
    {
        string escaped = text.Replace("\\", "\\\\").Replace("\n", "\\n");
        return quotes ? escaped.Replace("\"", "\\\"") : escaped;
    }

    // OpenMetrics wants whole bounds with a fraction.
    private string Bound(double value) => _isOpen && value == Math.Floor(value) ? $"{Number(value)}.0" : Number(value);

    private static string Number(double value) =>
        double.IsNaN(value) ? "NaN"
        : double.IsInfinity(value) ? (value > 0 ? "+Inf" : "-Inf")
        : value.ToString("R", CultureInfo.InvariantCulture);
}
