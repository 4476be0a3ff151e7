using Interlock.Core.Contract;
using Interlock.Core.Observations;
using Interlock.Robots.Recording;
using Interlock.Robots.Simulated;
using Xunit;

namespace Interlock.Robots.Tests.Recording;

public sealed class RecordingTests
{
    private static readonly SafetyContract Contract = new()
    {
        Name = "cell",
        Channels = [new ChannelContract { Name = "a", Min = 2, Max = 4 }, new ChannelContract { Name = "b", Min = -1, Max = 1 }],
    };

    [Fact]
    public void A_null_robot_reports_the_last_command_and_before_it_a_place_inside_the_bounds()
    {
        using NullRobot robot = NullRobot.For(Contract);
        RobotState state = new(2);
        Assert.True(robot.TryRead(state, 10));
        Assert.Equal([3.0, 0.0], state.Positions);
        Assert.True(robot.TrySend([2.5, 0.5], 11));
        Assert.True(robot.TryRead(state, 20));
        Assert.Equal([2.5, 0.5], state.Positions);
        Assert.Equal((20L, 2L), (state.TimestampNs, state.Sequence));
    }

    [Fact]
    public void Reading_twice_at_one_time_is_one_measurement()
    {
        using NullRobot robot = NullRobot.For(Contract);
        RobotState state = new(2);
        robot.TryRead(state, 10);
        long first = state.Sequence;
        robot.TryRead(state, 10);
        Assert.Equal(first, state.Sequence);
    }

    [Fact]
    public void A_recording_robot_keeps_the_newest_rows_and_counts_all()
    {
        using RecordingRobot robot = new(NullRobot.For(Contract), capacity: 3);
        for (int i = 0; i < 5; i++)
        {
            robot.TrySend([i, -i], i * 10);
        }

        Assert.Equal((5L, 3), (robot.Commands.Total, robot.Commands.Count));
        Assert.Equal([2.0, -2.0], robot.Commands.Values(0).ToArray());
        Assert.Equal([4.0, -4.0], robot.Commands.Values(2).ToArray());
        Assert.Equal(40, robot.Commands.TimeNs(2));
        Assert.True(robot.Commands.Succeeded(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => robot.Commands.TimeNs(3));
    }

    [Fact]
    public void A_recording_robot_keeps_what_its_robot_did_not_take()
    {
        using SimulatedArm arm = new(SimulatedArmOptions.For(Contract)) { IsLinkUp = false };
        using RecordingRobot robot = new(arm, 4);
        robot.TrySend([3, 0], 0);
        robot.RequestStop();
        Assert.False(robot.Commands.Succeeded(0));
        Assert.Equal((1, true), (robot.StopRequests, arm.IsStopped));
    }
}
