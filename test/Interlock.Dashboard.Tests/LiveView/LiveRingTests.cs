using Interlock.Dashboard.LiveView.Run;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Tests.LiveView;

public sealed class LiveRingTests
{
    [Fact]
    public void A_bucket_has_the_smallest_and_the_largest_value()
    {
        LiveRing ring = new(1, rateHz: 1000);
        foreach ((double t, double value) in new[] { (0.0, 1.0), (0.001, 5), (0.004, -2), (0.0051, 7) })
        {
            ring.Put(0, t, value);
        }

        SignalSlice slice = ring.Slice(0, 2)[0];

        Assert.Equal(0.005, ring.BucketS);
        Assert.Equal([-2f, 7f], slice.Lows.ToArray());
        Assert.Equal([5f, 7f], slice.Highs.ToArray());
    }

    [Fact]
    public void A_late_tick_is_no_gap_and_a_long_silence_is_one()
    {
        LiveRing ring = new(1, rateHz: 100);
        ring.Put(0, 0.001, 1);
        ring.Put(0, 0.021, 3);
        ring.Put(0, 0.081, 9);

        float[] lows = ring.Slice(0, 9)[0].Lows.ToArray();

        Assert.Equal([1f, 1f, 3f], lows[..3]);
        Assert.All(lows[3..8], low => Assert.True(float.IsNaN(low)));
    }

    [Fact]
    public void A_minute_is_kept_however_long_it_runs_and_what_is_older_is_passed_over()
    {
        LiveRing ring = new(2, rateHz: 1000);
        for (int second = 0; second < 500; second++)
        {
            ring.Put(0, second, second);
        }

        ring.Put(1, 1, 77);

        Assert.Equal(12_000, ring.End - ring.Begin);
        Assert.All(ring.Slice(ring.Begin, ring.End)[1].Lows.ToArray(), low => Assert.True(float.IsNaN(low)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void A_time_that_is_none_changes_nothing(double t)
    {
        LiveRing ring = new(1, rateHz: 1000);
        ring.Put(0, t, 1);
        Assert.Equal(0, ring.End);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e12)]
    public void A_rate_beyond_all_reason_costs_no_memory(double rateHz)
    {
        LiveRing ring = new(4000, rateHz);
        ring.Put(3999, 1e8, 1);
        ring.Put(0, 0, 1);
        Assert.InRange(ring.End - ring.Begin, 1, 12_000);
    }
}
