using Interlock.Runtime.Clock;
using Xunit;

namespace Interlock.Runtime.Tests.Clock;

public sealed class VirtualClockTests
{
    [Fact]
    public void Waiting_moves_it_to_the_deadline_and_never_back()
    {
        VirtualClock clock = new(startUtcNs: 1_000);
        clock.WaitUntil(50);
        clock.WaitUntil(20);
        clock.Advance(5);
        Assert.Equal(55, clock.NowNs);
        Assert.Equal(1_055, clock.UtcNs);
    }

    [Fact]
    public void A_jump_of_the_wall_clock_does_not_touch_monotonic_time()
    {
        VirtualClock clock = new();
        clock.Advance(7);
        clock.JumpWallClock(-3_600);
        Assert.Equal(7, clock.NowNs);
        Assert.Equal(-3_593, clock.UtcNs);
    }
}
