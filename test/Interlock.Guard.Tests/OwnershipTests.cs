using Interlock.Core.Contract;

namespace Interlock.Guard.Tests;

/// <summary>Nothing that a caller holds can change what the guard decides.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public void A_channel_list_that_changes_later_does_not_change_the_guard()
    {
        List<ChannelContract> channels = [Arms.Joint("a"), Arms.Joint("b")];
        ActionGuard guard = new(new SafetyContract { Name = "test", RateHz = 10, Channels = channels });

        channels[0] = Arms.Joint("other", -100, 100, 100);
        channels.Add(Arms.Joint("c"));

        Assert.Equal(2, guard.ChannelCount);
        Assert.Equal("a", guard.Contract.Channels[0].Name);
        double[] safe = new double[2];
        guard.Step([5, 0], safe);
        Assert.Equal([1, 0], safe);
        Assert.Contains(" a ", guard.Explain(guard.LastInterventions[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_may_be_guarded_in_place()
    {
        SafetyContract contract = Arms.Of(Arms.Joint("a"), Arms.Joint("b"));
        ActionGuard guard = new(contract);
        ActionGuard inPlace = new(contract);
        double[] safe = new double[2];
        for (int step = 0; step < 50; step++)
        {
            double[] action = [Math.Sin(step), 3 * Math.Cos(step)];
            guard.Step(action, safe);
            inPlace.Step(action, action);
            Assert.Equal(safe, action);
        }

        Reports.GuardSummary expected = guard.EpisodeSummary();
        Reports.GuardSummary summary = inPlace.EpisodeSummary();
        Assert.Equal(expected.Channels, summary.Channels);
        Assert.Equal(expected.Monitors, summary.Monitors);
    }

    [Fact]
    public void The_lists_that_are_handed_out_cannot_be_written_to()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));

        Assert.False(guard.Contract.Channels is ChannelContract[] or List<ChannelContract>);
        Assert.False(guard.Monitors is Interlock.Guard.Monitors.MonitorInfo[] or List<Interlock.Guard.Monitors.MonitorInfo>);
        Assert.False(guard.Alarms is Interlock.Guard.Alarms.AlarmInfo[] { Length: > 0 } or List<Interlock.Guard.Alarms.AlarmInfo>);
    }

    [Fact]
    public void A_summary_does_not_change_after_it_was_taken()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        guard.Step(5);
        Reports.GuardSummary summary = guard.EpisodeSummary();
        double[] monitors = [.. summary.Monitors];
        Reports.ChannelTally tally = summary.Channels[0];

        guard.Step(-5);
        guard.BeginEpisode();

        Assert.Equal(monitors, summary.Monitors);
        Assert.Equal(tally, summary.Channels[0]);
        Assert.Equal(1, summary.Clipped);
    }

}
