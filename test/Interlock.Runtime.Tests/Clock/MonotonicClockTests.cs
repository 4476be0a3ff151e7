using Interlock.Runtime.Clock;
using Xunit;

namespace Interlock.Runtime.Tests.Clock;

public sealed class MonotonicClockTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(200_000)]
    public void It_never_returns_before_the_deadline(long spinNs)
    {
        using MonotonicClock clock = new(spinNs);
        for (int i = 0; i < 20; i++)
        {
            long deadline = clock.NowNs + 300_000;
            clock.WaitUntil(deadline);
            Assert.True(clock.NowNs >= deadline);
        }
    }

    [Fact]
    public void A_deadline_in_the_past_returns()
    {
        using MonotonicClock clock = new();
        clock.WaitUntil(long.MinValue / 2);
        clock.WaitUntil(clock.NowNs - 1);
    }

    [Fact]
    public void Waiting_and_asking_allocate_nothing()
    {
        using MonotonicClock clock = new();
        clock.WaitUntil(clock.NowNs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            clock.WaitUntil(clock.NowNs + 1_000);
            _ = clock.UtcNs;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Real_time_priority_is_granted_or_refused_with_a_remedy()
    {
        string? refusal = null;
        Thread thread = new(() => refusal = RealTimePriority.TryRaise());
        thread.Start();
        thread.Join();
        Assert.True(refusal is null || refusal.Contains("limits.conf") || refusal.Contains("memlock") || refusal.Contains("no SCHED_FIFO"), refusal);
    }
}
