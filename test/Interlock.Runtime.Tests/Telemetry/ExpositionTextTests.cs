using Interlock.Runtime.Telemetry.Catalogue;
using Interlock.Runtime.Telemetry.Exposition;
using Xunit;

namespace Interlock.Runtime.Tests.Telemetry;

/// <summary>Expected texts are written by hand from the rules of the two formats.</summary>
public sealed class ExpositionTextTests
{
    private static readonly MetricInfo Rows = new("interlock.test.rows", MetricKind.Counter, "{row}", "Rows \\ lines\nand \"quotes\".", "name");
    private static readonly MetricInfo Bytes = new("interlock.test.size", MetricKind.Gauge, "By", "Size.");
    private static readonly MetricInfo Time = new("interlock.test.time", MetricKind.Histogram, "s", "Time.") { Bounds = [0.5, 1] };

    private static readonly MetricSeries[] Series =
    [
        new(Rows, ["plain"], 3, []),
        new(Rows, ["a\"b\\c\nd"], 1e21, []),
        new(Bytes, [], double.PositiveInfinity, []),
        new(Time, [], 2.25, [2, 0, 1]),
    ];

    [Fact]
    public void Prometheus_text_has_help_type_escapes_and_cumulative_buckets()
    {
        const string Expected =
            """
            # HELP interlock_test_rows_total Rows \\ lines\nand "quotes".
            # TYPE interlock_test_rows_total counter
            interlock_test_rows_total{name="plain"} 3
            interlock_test_rows_total{name="a\"b\\c\nd"} 1E+21
            # HELP interlock_test_size_bytes Size.
            # TYPE interlock_test_size_bytes gauge
            interlock_test_size_bytes +Inf
            # HELP interlock_test_time_seconds Time.
            # TYPE interlock_test_time_seconds histogram
            interlock_test_time_seconds_bucket{le="0.5"} 2
            interlock_test_time_seconds_bucket{le="1"} 2
            interlock_test_time_seconds_bucket{le="+Inf"} 3
            interlock_test_time_seconds_sum 2.25
            interlock_test_time_seconds_count 3

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), ExpositionText.Write(Series, ExpositionFormat.Prometheus));
    }

    [Fact]
    public void OpenMetrics_text_names_the_family_its_unit_and_its_end()
    {
        const string Expected =
            """
            # HELP interlock_test_rows Rows \\ lines\nand \"quotes\".
            # TYPE interlock_test_rows counter
            interlock_test_rows_total{name="plain"} 3
            interlock_test_rows_total{name="a\"b\\c\nd"} 1E+21
            # HELP interlock_test_size_bytes Size.
            # TYPE interlock_test_size_bytes gauge
            # UNIT interlock_test_size_bytes bytes
            interlock_test_size_bytes +Inf
            # HELP interlock_test_time_seconds Time.
            # TYPE interlock_test_time_seconds histogram
            # UNIT interlock_test_time_seconds seconds
            interlock_test_time_seconds_bucket{le="0.5"} 2
            interlock_test_time_seconds_bucket{le="1.0"} 2
            interlock_test_time_seconds_bucket{le="+Inf"} 3
            interlock_test_time_seconds_sum 2.25
            interlock_test_time_seconds_count 3
            # EOF

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), ExpositionText.Write(Series, ExpositionFormat.OpenMetrics));
    }

    [Fact]
    public void Every_metric_of_the_catalogue_has_a_name_that_both_formats_allow_and_a_unit_in_it()
    {
        Assert.All(MetricCatalogue.All, metric =>
        {
            Assert.Matches("^interlock(\\.[a-z][a-z_]*)+$", metric.Name);
            Assert.Matches("^[a-z][a-z_]*$", PrometheusName.Of(metric));
            Assert.EndsWith(".", metric.Meaning);
            Assert.Equal(metric.Kind == MetricKind.Histogram, metric.Bounds.Count > 0);
            Assert.Equal(metric.Bounds.Order(), metric.Bounds);
        });
        Assert.Equal(MetricCatalogue.All.Count, MetricCatalogue.All.Select(PrometheusName.Of).Distinct().Count());
    }
}
