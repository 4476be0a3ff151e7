using Interlock.Dashboard.LiveView.Run;
using Interlock.Dashboard.Web.Answers;

namespace Interlock.Dashboard.Tests.LiveView;

public sealed class EventStreamTests
{
    [Fact]
    public void A_thousand_interventions_a_second_are_told_once_and_then_counted()
    {
        EventStream events = new();
        for (int tick = 0; tick < 2500; tick++)
        {
            events.Add(Happened("intervention", "GD020", tick / 1000.0));
        }

        events.Settle(10);

        Assert.Equal([1, 999, 1, 999, 1, 499], events.Since(0).Select(told => told.Count));
        Assert.Equal([1000L, 1000, 500], events.All().Select(told => told.Count));
    }

    [Fact]
    public void What_happens_once_is_told_each_time()
    {
        EventStream events = new();
        events.Add(Happened("stop", "GD131", 1));
        events.Add(Happened("reset", "RT000", 1.1));
        events.Add(Happened("stop", "GD131", 1.2));

        Assert.Equal(["stop", "reset", "stop"], events.Since(0).Select(told => told.Kind));
    }

    [Fact]
    public void The_newest_that_a_feed_tells_again_is_not_told_again()
    {
        EventStream events = new();
        EventAnswer alarm = Happened("alarm", "GD411", 2), stop = Happened("stop", "GD131", 3);
        foreach (EventAnswer told in new[] { alarm, stop, alarm, stop })
        {
            events.Add(told);
        }

        events.Settle(100);

        Assert.Equal(2, events.Since(0).Count);
    }

    [Fact]
    public void Only_the_newest_thousand_are_kept()
    {
        EventStream events = new();
        for (int i = 0; i < 5000; i++)
        {
            events.Add(Happened("supervisor", "RT001", i));
        }

        Assert.Equal(1000, events.All().Count);
        Assert.Equal(4999, events.Since(0)[^1].T);
    }

    private static EventAnswer Happened(string kind, string code, double t) => new(t, 0, kind, code, "info", "elbow", 1, 2, "rad", "text", 1);
}
