using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;
using Interlock.Guard.Monitors.Kernels;
using Interlock.Guard.Monitors.Kinematic;

namespace Interlock.Guard.Tests.Monitors.Kinematic;

public sealed class StallTests
{
    [Fact]
    public void The_tenth_motionless_step_is_a_stall()
    {
        double[] steps = Runner(Layouts.Joints(1), null).Steps(Episodes.Of(40, t => [Math.Min(t, 20)]));
        Assert.Equal(30, Array.IndexOf(steps, 1.0));
    }

    [Fact]
    public void A_calibrated_threshold_catches_micro_movement()
    {
        double[][] creeping = Episodes.Of(40, t => [0.001 * t]);
        Assert.Equal(1, Runner(Layouts.Joints(1), new MonitorModels { StallMotionNorm = 0.005 }).Steps(creeping)[^1]);
        Assert.Equal(0, Runner(Layouts.Joints(1), null).Steps(creeping)[^1]);
    }

    [Fact]
    public void A_slow_arm_of_small_units_is_not_called_stalled() =>
        Assert.Equal(0, Runner(Layouts.Joints(3), null).Episode(Episodes.Of(100, t => [1e-3 * t, 1e-3 * t, 0])));

    [Fact]
    public void A_chattering_gripper_does_not_hide_a_stalled_arm() =>
        Assert.Equal(1, Runner(Layouts.Arm(1), null).Steps(Episodes.Of(40, t => [0.5, 100 * (t % 2)]))[^1]);

    [Fact]
    public void A_zero_velocity_command_stands_still() =>
        Assert.Equal(1, Runner(Layouts.Velocities(1, 10), null).Steps(Episodes.Of(40, t => [t < 10 ? 1.0 : 0.0]))[^1]);

    [Fact]
    public void The_episode_value_is_the_share_of_stalled_steps()
    {
        double[][] actions = Episodes.Of(101, t => [Math.Min(t, 50)]);
        Assert.Equal(41 / 100.0, Runner(Layouts.Joints(1), null).Episode(actions), 12);
    }

    [Fact]
    public void A_non_finite_action_does_not_end_the_run()
    {
        MonitorBank bank = new(Layouts.Joints(1), Core.Contract.PolicyProfile.Unknown, null);
        for (int t = 0; t < 12; t++)
        {
            bank.Observe([0.5], StepFacts.None);
            bank.ObserveNonFinite(StepFacts.None);
        }

        Assert.Equal(1, bank.StepValue(bank.IndexOf("stall")));
    }

    [Theory]
    [RandomEpisode]
    public void It_equals_a_recomputation_from_the_whole_episode(ulong seed, int steps, int channels)
    {
        double[][] actions = Episodes.Random(seed, steps, channels);
        double[] squares = [.. Episodes.Motions(actions).Select(motion => motion.Sum(value => value * value))];
        List<double> expected = [];
        int run = 0;
        for (int t = 0; t < squares.Length; t++)
        {
            double threshold = 0.05 * 0.05 * squares.Take(t + 1).Average();
            run = squares[t] < threshold || squares[t] == 0 ? run + 1 : 0;
            expected.Add(run >= 10 ? 1 : 0);
        }

        Close.Equal(expected.Average(), Runner(Layouts.Joints(channels), null).Episode(actions));
    }

    private static MonitorRunner Runner(ChannelLayout layout, MonitorModels? models) =>
        new(layout, new Stall(new ChannelLanes(layout), models));
}
