using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Kernels;
using Interlock.Guard.Monitors.Kinematic;

namespace Interlock.Guard.Tests.Monitors.Kinematic;

public sealed class ReversalRateTests
{
    [Fact]
    public void A_zigzag_turns_at_every_step_whatever_the_number_of_joints()
    {
        Assert.Equal(1, Episode(Episodes.Zigzag(30, 1)));
        Assert.Equal(1, Episode(Episodes.Zigzag(30, 14)));
    }

    [Fact]
    public void A_straight_line_never_turns() => Assert.Equal(0, Episode(Episodes.Line(30, 3)));

    [Fact]
    public void Stopping_and_going_on_in_the_same_direction_is_no_reversal() =>
        Assert.Equal(0, Episode([[0.0], [1.0], [1.0], [1.0], [2.0]]));

    [Fact]
    public void Stopping_and_going_back_is_one_reversal() =>
        Assert.Equal([double.NaN, double.NaN, 0, 0, 1], Steps([[0.0], [1.0], [1.0], [1.0], [0.0]]));

    [Fact]
    public void A_motion_inside_the_dead_band_neither_counts_nor_forgets_the_direction()
    {
        MonitorModels models = new() { MotionDeadBand = [0.1] };
        Assert.Equal(0, Episode([[0.0], [1.0], [0.95], [2.0]], models));
        Assert.Equal(1 / 3.0, Episode([[0.0], [1.0], [0.95], [1.0], [0.0]], models), 12);
    }

    [Fact]
    public void Numerical_noise_while_a_joint_rests_is_no_reversal()
    {
        double[][] hover = Episodes.Of(60, t => [t < 10 ? 0.1 * t : 0.9 + ((t % 2) * 1e-5)]);
        Assert.True(Episode(hover) < 0.05);
    }

    [Fact]
    public void A_gripper_that_chatters_is_left_to_its_own_monitor()
    {
        double[][] chatter = Episodes.Of(30, t => [0.1 * t, t % 2]);
        Assert.Equal(0, Episode(chatter, layout: Layouts.Arm(1)));
    }

    [Fact]
    public void A_continuous_joint_that_passes_the_seam_does_not_turn()
    {
        double[][] turning = Episodes.Of(100, t => [(10 * t % 360) - 180]);
        Assert.Equal(0, Episode(turning, layout: Layouts.Continuous(1)));
    }

    [Fact]
    public void A_velocity_command_turns_when_its_sign_changes()
    {
        double[][] slowing = Episodes.Of(20, t => [1 - (0.02 * t)]);
        double[][] alternating = Episodes.Of(20, t => [t % 2 == 0 ? 1.0 : -1.0]);
        Assert.Equal(0, Episode(slowing, layout: Layouts.Velocities(1, 10)));
        Assert.Equal(1, Episode(alternating, layout: Layouts.Velocities(1, 10)));
    }

    [Theory]
    [RandomEpisode]
    public void It_equals_a_count_over_the_whole_episode(ulong seed, int steps, int channels)
    {
        double[][] actions = Episodes.Random(seed, steps, channels);
        Close.Equal(BatchRate(actions), Episode(actions));
    }

    private static double BatchRate(double[][] actions)
    {
        double[][] motions = Episodes.Motions(actions);
        int reversals = 0;
        for (int j = 0; j < actions[0].Length; j++)
        {
            double last = 0;
            double largest = 0;
            foreach (double motion in motions.Select(m => m[j]))
            {
                largest = Math.Max(largest, Math.Abs(motion));
                if (Math.Abs(motion) > ReversalRate.DeadBandShare * largest)
                {
                    reversals += Math.Sign(motion) * last < 0 ? 1 : 0;
                    last = Math.Sign(motion);
                }
            }
        }

        return (double)reversals / ((motions.Length - 1) * actions[0].Length);
    }

    private static double[] Steps(double[][] actions) => Runner(Layouts.Joints(actions[0].Length), null).Steps(actions);

    private static double Episode(double[][] actions, MonitorModels? models = null, ChannelLayout? layout = null) =>
        Runner(layout ?? Layouts.Joints(actions[0].Length), models).Episode(actions);

    private static MonitorRunner Runner(ChannelLayout layout, MonitorModels? models) =>
        new(layout, new ReversalRate(new ChannelLanes(layout), models));
}
