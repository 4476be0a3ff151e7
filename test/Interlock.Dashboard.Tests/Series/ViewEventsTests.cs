using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.Dashboard.Series;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Overview;

namespace Interlock.Dashboard.Tests.Series;

public sealed class ViewEventsTests
{
    [Theory]
    [InlineData("intervention", "GD110", "elbow", 2.5, 2.0, "elbow out of bounds: 2.5 rad wanted, limit 2 rad (GD110)")]
    [InlineData("intervention", "GD111", "elbow", 2.5, 0.5, "elbow too fast: 2.5 rad wanted, limit 0.5 rad/s (GD111)")]
    [InlineData("intervention", "GD111", "wrist", 2.5, 0.5, "wrist too fast: 2.5 rad wanted, limit 0.5 rad/step (GD111)")]
    [InlineData("intervention", "GD112", "elbow", 2.5, 8.0, "elbow accelerates too hard: 2.5 rad wanted, limit 8 rad/s² (GD112)")]
    [InlineData("intervention", "GD101", "elbow", double.NaN, null, "elbow is not a finite number (GD101)")]
    [InlineData("stop", "GD120", null, 31.0, 30.0, "stopped until a reset: contact force over the limit: 31 N, limit 30 N (GD120)")]
    [InlineData("intervention", "RT221", null, null, null, "the guard changed the action (RT221)")]
    [InlineData("alarm", "GD411", "stall", 52.0, 45.0, "stall left its usual course: 52 spreads, limit 45 (GD411)")]
    [InlineData("supervisor", "RT092", null, 1.0, 0.0, "the supervisor went from idle to awaiting human (RT092)")]
    public void An_event_is_a_sentence_with_units(string kind, string code, string? channel, double? value, double? limit, string words) =>
        Assert.Equal(words, ViewEvents.Of(new OverviewEvent(1, 30, kind, code, channel, value, limit, 1), Layout, Contract).Text);

    [Fact]
    public void Without_the_contract_a_limit_that_could_be_two_things_has_no_unit() =>
        Assert.Equal("elbow too fast: 2.5 rad wanted, limit 0.5 (GD111)", ViewEvents.Of(new OverviewEvent(1, 30, "intervention", "GD111", "elbow", 2.5, 0.5, 1), Layout, null).Text);

    private static FlightLayout Layout { get; } = new()
    {
        Channels = ["elbow", "wrist"],
        Units = [ChannelUnit.Find("rad")!, ChannelUnit.Find("rad")!],
        PolicyDimension = 2,
        RateHz = 30,
        SupervisorStates = ["idle", "awaiting_human"],
    };

    private static SafetyContract Contract { get; } = new()
    {
        Name = "two",
        Space = ActionSpace.JointPosition,
        Channels = [new ChannelContract { Name = "elbow", MaxVelocity = 0.5 }, new ChannelContract { Name = "wrist", MaxStep = 0.5 }],
    };
}
