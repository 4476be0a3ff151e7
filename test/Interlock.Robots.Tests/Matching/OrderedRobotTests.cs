using Interlock.Core.Contract;
using Interlock.Core.Observations;
using Interlock.Core.Units;
using Interlock.Robots.Matching;
using Interlock.Robots.Recording;
using Xunit;

namespace Interlock.Robots.Tests.Matching;

public sealed class OrderedRobotTests
{
    private static readonly SafetyContract Contract = new()
    {
        Name = "cell",
        Channels = [new ChannelContract { Name = "pan", Unit = ChannelUnit.Radian }, new ChannelContract { Name = "lift", Unit = ChannelUnit.Millimetre }],
    };

    private readonly NullRobot _robot = new(new RobotDescription
    {
        Name = "arm",
        Channels = [new("lift", ChannelUnit.Metre), new("pan", ChannelUnit.Degree)],
        IsSimulated = true,
    });

    [Fact]
    public void Commands_reach_the_robot_in_its_order_and_units_and_come_back_in_the_contracts()
    {
        using OrderedRobot ordered = ChannelMatch.Require(_robot.Description, Contract).Wrap(_robot);
        Assert.True(ordered.TrySend([Math.PI / 2, 250], 0));
        Assert.Equal([0.25, 90], _robot.Accepted.ToArray().Select(value => Math.Round(value, 12)));

        RobotState state = new(2);
        Assert.True(ordered.TryRead(state, 5));
        Assert.Equal(Math.PI / 2, state.Positions[0], 12);
        Assert.Equal(250, state.Positions[1], 9);
        Assert.Equal(state.Positions, ordered.Accepted.ToArray());
        Assert.Equal(["pan", "lift"], ordered.Description.Channels.Select(channel => channel.Name));
        Assert.Equal([ChannelUnit.Radian, ChannelUnit.Millimetre], ordered.Description.Channels.Select(channel => channel.Unit));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e308)]
    public void A_command_that_is_not_finite_in_the_robots_units_never_reaches_it(double pan)
    {
        using OrderedRobot ordered = ChannelMatch.Require(_robot.Description, Contract).Wrap(_robot);
        Assert.True(ordered.TrySend([0.1, 1], 0));
        double[] before = _robot.Accepted.ToArray();
        Assert.False(ordered.TrySend([pan, 2], 1));
        Assert.Equal(before, _robot.Accepted.ToArray());
        Assert.Equal(1, ordered.RefusedCommands);
    }

    [Fact]
    public void Reading_and_sending_allocate_nothing()
    {
        using OrderedRobot ordered = ChannelMatch.Require(_robot.Description, Contract).Wrap(new RecordingRobot(_robot, 16));
        RobotState state = new(2);
        Assert.Equal(0, Allocations.Of(now =>
        {
            ordered.TryRead(state, now);
            ordered.TrySend([0.1, 2], now);
            _ = ordered.Accepted;
        }));
    }

    [Fact]
    public void Another_robot_than_the_matched_one_is_not_wrapped()
    {
        ChannelMatch match = ChannelMatch.Require(_robot.Description, Contract);
        using NullRobot other = NullRobot.For(Contract);
        Assert.Throws<ArgumentException>(() => match.Wrap(other));
    }
}
