using Interlock.Core.Contract;
using Interlock.Core.Observations;
using Interlock.Core.Units;
using Interlock.Policies;
using Interlock.Robots;
using Interlock.Robots.Matching;
using Interlock.Runtime.Worlds;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.PickAndPlace;

namespace Interlock.Runtime.Tests.Worlds;

public sealed class TableArmRobotTests
{
    private const double NsPerS = 1e9;

    [Theory]
    [InlineData(1UL)]
    [InlineData(7UL)]
    public async Task At_the_worlds_rate_it_is_the_demos_episode_to_the_bit(ulong seed)
    {
        EpisodeOutcome expected = PickAndPlaceEpisode.Run(seed);
        using TableArmRobot robot = new(seed);
        using ScriptedTablePolicy policy = new(robot);
        policy.BeginEpisode(policy.EpisodeSeed);
        double[] sent = await DriveAsync(robot, robot, policy, expected.ExecutedActions.Length / 7);
        Assert.Equal(expected.ExecutedActions, sent);
        Assert.Equal(expected.Success, robot.Now.Success ?? false);
    }

    [Fact]
    public async Task The_policy_answers_in_the_contracts_order_and_units()
    {
        SafetyContract contract = new()
        {
            Name = "cell",
            Channels =
            [
                .. TableArm.Description.ChannelNames.Reverse().Select(name =>
                    new ChannelContract { Name = name, Unit = name == "gripper" ? ChannelUnit.Millimetre : ChannelUnit.Degree }),
            ],
        };
        using TableArmRobot robot = new(3);
        ChannelMatch match = ChannelMatch.Require(robot.Description, contract);
        OrderedRobot ordered = match.Wrap(robot);
        using ScriptedTablePolicy policy = new(robot, match);
        policy.BeginEpisode(policy.EpisodeSeed);
        await DriveAsync(robot, ordered, policy, 400);
        Assert.True(robot.Now.Success);
    }

    [Fact]
    public async Task A_loop_at_one_kilohertz_drives_the_world_at_its_own_rate()
    {
        using TableArmRobot robot = new(5);
        using ScriptedTablePolicy policy = new(robot);
        policy.BeginEpisode(11);
        PolicyChunk chunk = new(ScriptedPolicy.Horizon, 7);
        RobotState state = new(7);
        for (long tick = 0; tick < 13_000; tick++)
        {
            long nowNs = tick * 1_000_000;
            long step = (long)(nowNs * robot.RateHz / NsPerS);
            Assert.True(robot.TryRead(state, nowNs));
            if (step >= chunk.ObservedAtStep + ScriptedPolicy.ReplanEvery || chunk.Rows == 0)
            {
                await policy.InferAsync(Request(state, step), chunk, CancellationToken.None);
            }

            robot.TrySend(chunk.Actions.Slice((int)(step - chunk.ObservedAtStep) * 7, 7), nowNs);
        }

        Assert.Equal(390, state.Sequence);
        Assert.True(robot.Now.Success);
    }

    [Fact]
    public void Driving_into_the_table_is_felt_and_decides_the_episode()
    {
        using TableArmRobot robot = new(2);
        RobotState state = new(7);
        double felt = 0;
        for (int step = 0; step < 120; step++)
        {
            robot.TryRead(state, Time(step, robot));
            robot.TrySend([0, 1.8, 1.2, 1.0, 0, 0, 0.05], Time(step, robot));
            felt = Math.Max(felt, state.ForceN!.Value);
        }

        Assert.True(felt > 100);
        Assert.True(robot.Now.IsTripped);
        Assert.False(robot.Now.Success);
        robot.Reset(2);
        Assert.Equal((false, (bool?)null), (robot.Now.IsTripped, robot.Now.Success));
    }

    [Fact]
    public void Time_that_runs_out_decides_the_episode()
    {
        using TableArmRobot robot = new(2);
        RobotState state = new(7);
        for (int step = 0; step < 449; step++)
        {
            robot.TryRead(state, Time(step, robot));
        }

        Assert.Null(robot.Now.Success);
        robot.TryRead(state, Time(450, robot));
        Assert.False(robot.Now.Success);
    }

    [Fact]
    public void After_a_requested_stop_commands_are_not_followed()
    {
        using TableArmRobot robot = new(2);
        RobotState state = new(7);
        robot.TryRead(state, 0);
        double[] before = [.. state.Positions];
        robot.RequestStop();
        robot.TrySend([1, 1, 1, 1, 1, 1, 0.05], 0);
        robot.TryRead(state, 900_000_000);
        Assert.All(before.Zip(state.Positions), pair => Assert.Equal(pair.First, pair.Second, 0.01));
    }

    [Fact]
    public void What_was_accepted_is_what_the_drivers_make_of_a_command()
    {
        using TableArmRobot robot = new(2);
        robot.TrySend([double.NaN, 9, -9, 0.1, 0, 0, double.PositiveInfinity], 0);
        Assert.Equal([-Math.PI, Math.PI, -Math.PI, 0.1, 0, 0, 0.08], robot.Accepted.ToArray());
    }

    [Fact]
    public void A_clock_that_jumps_does_not_hang_it()
    {
        using TableArmRobot robot = new(2);
        RobotState state = new(7);
        robot.TryRead(state, 0);
        robot.TryRead(state, long.MaxValue / 2);
        robot.TryRead(state, (long.MaxValue / 2) - 1_000_000_000);
        Assert.Equal(30, state.Sequence);
    }

    [Fact]
    public void A_tick_allocates_nothing()
    {
        using TableArmRobot robot = new(2);
        RobotState state = new(7);
        double[] command = [.. robot.Accepted];
        long before = 0;
        for (int tick = 0; tick < 600; tick++)
        {
            before = tick == 300 ? GC.GetAllocatedBytesForCurrentThread() : before;
            robot.TryRead(state, tick * 10_000_000L);
            robot.TrySend(command, tick * 10_000_000L);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static long Time(int step, TableArmRobot robot) => (long)(step * NsPerS / robot.RateHz);

    private static PolicyRequest Request(RobotState state, long step) => new()
    {
        Observation = new Observation { Step = step, TimestampNs = state.TimestampNs, State = state.Positions.ToArray() },
    };

    private static async Task<double[]> DriveAsync(TableArmRobot world, IRobot robot, ScriptedTablePolicy policy, int steps)
    {
        PolicyChunk chunk = new(ScriptedPolicy.Horizon, 7);
        RobotState state = new(7);
        double[] sent = new double[steps * 7];
        for (int step = 0; step < steps; step++)
        {
            robot.TryRead(state, Time(step, world));
            int row = step % ScriptedPolicy.ReplanEvery;
            if (row == 0)
            {
                await policy.InferAsync(Request(state, step), chunk, CancellationToken.None);
            }

            double[] action = chunk.Actions.Slice(row * 7, 7).ToArray();
            action.CopyTo(sent, step * 7);
            robot.TrySend(action, Time(step, world));
        }

        robot.TryRead(state, Time(steps, world));
        return sent;
    }
}
