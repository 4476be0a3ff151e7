using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Supervision;

public sealed class EventRingTests
{
    [Fact]
    public void Overwritten_and_unwritten_events_are_not_handed_out()
    {
        EventRing ring = new(capacity: 4);
        for (int i = 0; i < 6; i++)
        {
            ring.Write(new SupervisorEvent { Tick = i });
        }

        Assert.Equal(6, ring.Written);
        Assert.False(ring.TryRead(1, out _));
        Assert.False(ring.TryRead(6, out _));
        Assert.False(ring.TryRead(-1, out _));
        Assert.True(ring.TryRead(5, out SupervisorEvent newest));
        Assert.Equal(5, newest.Tick);
    }

    [Fact]
    public void A_reader_never_sees_half_an_event()
    {
        EventRing ring = new(capacity: 2);
        bool torn = false;
        Thread reader = new(() =>
        {
            while (ring.Written < 200_000)
            {
                torn |= ring.TryRead(ring.Written - 1, out SupervisorEvent item) && (item.NowNs != item.Tick || item.Value != item.Tick);
            }
        });
        reader.Start();
        for (int i = 0; i < 200_000; i++)
        {
            ring.Write(new SupervisorEvent { Tick = i, NowNs = i, Value = i });
        }

        reader.Join();
        Assert.False(torn);
    }
}
