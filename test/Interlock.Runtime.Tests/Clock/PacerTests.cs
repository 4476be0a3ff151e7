using Interlock.Runtime.Clock;
using Xunit;

namespace Interlock.Runtime.Tests.Clock;

public sealed class PacerTests
{
    private readonly VirtualClock _clock = new();

    [Fact]
    public void A_rate_without_a_whole_number_of_nanoseconds_does_not_drift_in_a_day()
    {
        Pacer pacer = new(_clock, 30);
        pacer.Start();
        const int day = 30 * 86_400;
        for (int tick = 0; tick < day; tick++)
        {
            pacer.WaitForTick();
        }

        Assert.InRange(_clock.NowNs, 86_400_000_000_000, 86_400_000_000_001);
        Assert.Equal(0, pacer.MissedTicks);
    }

    [Fact]
    public void A_long_tick_skips_whole_periods_and_keeps_the_phase()
    {
        Pacer pacer = new(_clock, 1000);
        pacer.Start();
        pacer.WaitForTick();
        _clock.Advance(3_400_000);
        Assert.Equal(4_400_000, pacer.WaitForTick());
        Assert.Equal(2, pacer.MissedTicks);
        Assert.Equal(400_000, pacer.LatenessNs);
        Assert.Equal(5_000_000, pacer.WaitForTick());
        Assert.Equal(0, pacer.MissedBeforeThisTick);
        Assert.Equal(0, pacer.LatenessNs);
    }

    [Fact]
    public void A_tick_late_by_less_than_a_period_is_late_and_not_missed()
    {
        Pacer pacer = new(_clock, 1000);
        pacer.Start();
        pacer.WaitForTick();
        _clock.Advance(1_900_000);
        pacer.WaitForTick();
        Assert.Equal(0, pacer.MissedTicks);
        Assert.Equal(900_000, pacer.LatenessNs);
    }
}
