using Interlock.Guard;
using Interlock.Guard.Interventions;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Session;
using Interlock.Runtime.Telemetry.Catalogue;
using Xunit;

namespace Interlock.Runtime.Tests.Telemetry;

public sealed class MetricBoardTests
{
    [Fact]
    public void A_metric_has_a_bounded_number_of_series_and_the_rest_is_counted()
    {
        MetricBoard board = new();
        for (int i = 0; i < MetricBoard.MostSeries + 7; i++)
        {
            board.Set(MetricCatalogue.Events, 1, $"X{i}");
        }

        Assert.Equal((MetricBoard.MostSeries, 7L), (board.Series.Count, board.Refused));
    }

    [Fact]
    public void Interventions_have_at_most_a_series_for_each_code_and_channel_whatever_comes()
    {
        InterventionTable table = new(2);
        foreach (string code in (string[])[.. InterventionTable.Codes, "made up", "another"])
        {
            for (int channel = -5; channel < 9; channel++)
            {
                table.Count(new Intervention(code, channel, 1, 2, 3, "deg", 0));
            }
        }

        Assert.Equal(InterventionTable.Codes.Count * 3, table.Read().Count);
        Assert.Equal((InterventionTable.Codes.Count + 2) * 14, table.Read().Sum(item => item.Count));
    }

    [Fact]
    public void A_table_keeps_the_newest_of_each_code_and_channel()
    {
        InterventionTable table = new(2);
        table.Count(new Intervention(GuardCodes.Bound, 1, 120, 110, 110, "deg", 5));
        table.Count(new Intervention(GuardCodes.Bound, 1, 130, 110, 110, "deg", 6));
        (_, long count, Intervention newest) = Assert.Single(table.Read());
        Assert.Equal((2L, 130.0, 6L), (count, newest.Raw, newest.Step));
        Assert.Equal([KeyValuePair.Create(GuardCodes.Bound, 2L)], table.ByCode());
    }

    [Fact]
    public void A_duration_is_never_put_into_a_bucket_below_it()
    {
        LatencyHistogram source = new();
        source.Add(10_000);
        source.Add(10_001);
        source.Add(2_000_000_000);
        MetricBoard board = new();
        board.Set(MetricCatalogue.Lateness, source);
        MetricSeries series = Assert.Single(board.Series);
        Assert.Equal(3, series.Count);
        Assert.Equal(1, series.Counts[^1]);
        Assert.Equal(2.000020001, series.Value, 1e-12);
        Assert.Equal(2, series.Counts[0] + series.Counts[1]);
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        InterventionTable table = new(14);
        LatencyHistogram histogram = new();
        long bytes = TestSupport.AllocatedBytes.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                table.Count(new Intervention(GuardCodes.Velocity, i % 14, i, 0, 1, "deg/s", i));
                histogram.Add(i);
            }
        });
        Assert.Equal(0, bytes);
    }
}
