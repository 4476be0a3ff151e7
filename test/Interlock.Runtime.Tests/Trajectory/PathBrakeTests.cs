using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Policies.Scheduling;
using Interlock.Runtime.Trajectory;

namespace Interlock.Runtime.Tests.Trajectory;

public sealed class PathBrakeTests
{
    private const double PolicyHz = 20;
    private const double ControlHz = 200;

    [Theory]
    [InlineData(null, 0, 300)]
    [InlineData(6.0, 0, 300)]
    [InlineData(6.0, 1, 300)]
    [InlineData(40.0, 2, 300)]
    public void From_rest_on_the_plan_no_command_breaks_speed_or_acceleration_limits_and_the_end_is_reached(
        double? maxAcceleration, int seed, int rowsPerChunk)
    {
        SafetyContract contract = Contract(new() { Name = "a", MaxVelocity = 1, MaxAcceleration = maxAcceleration }, new() { Name = "b", MaxVelocity = 2, MaxAcceleration = maxAcceleration }) with
        {
            SpeedNorms = [new SpeedNorm(["a", "b"], 1.5)],
        };
        Run run = Follow(contract, RandomWalk(rowsPerChunk, (ulong)seed, 0.15), 200_000);
        Assert.True(run.ReachedEnd);
        Assert.InRange(run.MaxSpeed[0], 0.5, 1 + 1e-9);
        Assert.InRange(run.MaxSpeed[1], 0.5, 2 + 1e-9);
        Assert.InRange(run.MaxNorm, 0.5, 1.5 + 1e-9);
        Assert.InRange(run.MaxAcceleration, 0, (maxAcceleration ?? double.PositiveInfinity) + 1e-6);
        Assert.Equal(0, run.OffPath, 9);
    }

    [Fact]
    public void With_a_jerk_limit_it_slows_down_early_enough_for_a_bend_and_for_the_end()
    {
        SafetyContract contract = Contract(new() { Name = "a", MaxVelocity = 1, MaxAcceleration = 6, MaxJerk = 600 }, new() { Name = "b", MaxVelocity = 1, MaxAcceleration = 6, MaxJerk = 600 });
        Run run = Follow(contract, RandomWalk(100, 9, 0.05), 200_000);
        Assert.True(run.ReachedEnd);
        Assert.InRange(run.MaxAcceleration, 1, 6 + 1e-6);
        Assert.InRange(run.MaxJerk, 100, 600 + 1e-3);
    }

    [Fact]
    public void Where_nothing_binds_the_pace_is_the_policys()
    {
        SafetyContract contract = Contract(new() { Name = "a", MaxVelocity = 10, MaxAcceleration = 1000 }, new() { Name = "b", MaxVelocity = 10 });
        Run run = Follow(contract, RandomWalk(60, 4, 0.01), 59 * 10 + 1);
        Assert.Equal(59 * 10, run.Ticks);
    }

    [Fact]
    public void A_jump_in_the_plan_is_stretched_instead_of_cut()
    {
        SafetyContract contract = Contract(new() { Name = "a", MaxStep = 0.01 }, new() { Name = "b" });
        Run run = Follow(contract, [0, 0, 0, 0, 1, 5, 1, 5], 10_000);
        Assert.True(run.ReachedEnd);
        Assert.InRange(run.Ticks, 100 + 20, 100 + 22);
        Assert.Equal(0, run.OffPath, 9);
    }

    [Fact]
    public void A_robot_that_is_not_on_the_plan_is_waited_for()
    {
        SafetyContract contract = Contract(new() { Name = "a", MaxVelocity = 1 }, new() { Name = "b" });
        (ChunkScheduler schedule, PathBrake brake) = Start(contract, [0, 0, 1, 0, 2, 0]);
        Assert.Equal(0, brake.Choose(schedule, [-0.5, 0], [0, 0], 0.1));
        Assert.True(brake.Choose(schedule, [-0.004, 0], [0, 0], 0.1) > 0);
    }

    [Fact]
    public void A_plan_beyond_a_bound_does_not_stop_time_at_the_bound()
    {
        SafetyContract contract = Contract(new() { Name = "a", MaxVelocity = 1, Max = 0.5 }, new() { Name = "b" });
        (ChunkScheduler schedule, PathBrake brake) = Start(contract, [1, 0, 2, 0, 3, 0]);
        Assert.Equal(0.1, brake.Choose(schedule, [0.5, 0], [0, 0], 0.1));
    }

    [Fact]
    public void Grippers_and_rates_have_no_say_and_values_that_are_not_finite_pass_on_to_the_guard()
    {
        SafetyContract gripper = Contract(new() { Name = "a", Role = ChannelRole.Gripper, MaxStep = 0.001 }, new() { Name = "b", MaxStep = 10 });
        (ChunkScheduler schedule, PathBrake brake) = Start(gripper, [0, 0, 100, double.NaN]);
        Assert.Equal(0.1, brake.Choose(schedule, [0, 0], [0, 0], 0.1));
        SafetyContract rates = Contract(new() { Name = "a", MaxStep = 0.001 }, new() { Name = "b" }) with { Space = ActionSpace.JointVelocity };
        (schedule, brake) = Start(rates, [0, 0, 100, 0]);
        Assert.Equal(0.1, brake.Choose(schedule, [0, 0], [0, 0], 0.1));
    }

    [Fact]
    public void Choosing_allocates_nothing()
    {
        SafetyContract contract = Contract(new() { Name = "a", MaxVelocity = 1, MaxAcceleration = 6, MaxJerk = 600 }, new() { Name = "b", MaxVelocity = 1 }) with
        {
            SpeedNorms = [new SpeedNorm(["a", "b"], 1)],
        };
        (ChunkScheduler schedule, PathBrake brake) = Start(contract, RandomWalk(64, 1, 0.1));
        double[] rest = [0, 0];
        brake.Choose(schedule, rest, rest, 0.1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            brake.Choose(schedule, rest, rest, 0.1);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static SafetyContract Contract(params ChannelContract[] channels) => new() { Name = "arm", RateHz = ControlHz, Channels = channels };

    private static (ChunkScheduler Schedule, PathBrake Brake) Start(SafetyContract contract, double[] rows)
    {
        ChunkScheduler schedule = new(new() { PolicyRateHz = PolicyHz, ControlRateHz = ControlHz }, 2, rows.Length / 2);
        schedule.BeginEpisode();
        schedule.Accept(rows, rows.Length / 2, 0);
        schedule.Next(0, new double[2]);
        return (schedule, new PathBrake(contract, ControlHz));
    }

    private static double[] RandomWalk(int rows, ulong seed, double step)
    {
        SeededRandom random = new(seed);
        double[] walk = new double[2 * rows];
        for (int i = 2; i < walk.Length; i++)
        {
            walk[i] = walk[i - 2] + (step * random.NextNormal());
        }

        return walk;
    }

    private static Run Follow(SafetyContract contract, double[] rows, int mostTicks)
    {
        (ChunkScheduler schedule, PathBrake brake) = Start(contract, rows);
        Run run = new();
        double[] last = rows[..2];
        double[] velocity = [0, 0];
        double[] acceleration = [0, 0];
        double[] action = new double[2];
        for (; run.Ticks < mostTicks && schedule.RowsAhead > 0; run.Ticks++)
        {
            schedule.Next(brake.Choose(schedule, last, velocity, PolicyHz / ControlHz), action);
            run.Note(last, velocity, acceleration, action);
            action.CopyTo(last, 0);
        }

        run.ReachedEnd = schedule.RowsAhead == 0;
        run.OffPath = Math.Abs(last[0] - rows[^2]);
        return run;
    }

    private sealed class Run
    {
        public int Ticks { get; set; }

        public bool ReachedEnd { get; set; }

        public double OffPath { get; set; }

        public double[] MaxSpeed { get; } = [0, 0];

        public double MaxNorm { get; private set; }

        public double MaxAcceleration { get; private set; }

        public double MaxJerk { get; private set; }

        public void Note(double[] last, double[] velocity, double[] acceleration, double[] action)
        {
            for (int i = 0; i < 2; i++)
            {
                double v = (action[i] - last[i]) * ControlHz;
                double a = (v - velocity[i]) * ControlHz;
                MaxSpeed[i] = Math.Max(MaxSpeed[i], Math.Abs(v));
                MaxAcceleration = Math.Max(MaxAcceleration, Math.Abs(a));
                MaxJerk = Math.Max(MaxJerk, Math.Abs(a - acceleration[i]) * ControlHz);
                (velocity[i], acceleration[i]) = (v, a);
            }

            MaxNorm = Math.Max(MaxNorm, Math.Sqrt((velocity[0] * velocity[0]) + (velocity[1] * velocity[1])));
        }
    }
}
