using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Kernels;
using Interlock.Guard.Monitors.Kinematic;

namespace Interlock.Guard.Tests.Monitors.Kinematic;

public sealed class JerkRmsTests
{
    [Fact]
    public void A_cubic_has_its_third_derivative_as_jerk_in_units_of_time()
    {
        const double rateHz = 50;
        double[][] cubic = Episodes.Of(30, t => [Math.Pow(t / rateHz, 3)]);
        Assert.Equal(6, Episode(cubic, Layouts.Joints(1, rateHz)), 6);
    }

    [Fact]
    public void Without_a_rate_it_is_per_step_and_says_so()
    {
        double[][] cubic = Episodes.Of(30, t => [Math.Pow(t, 3)]);
        Assert.Equal(6, Episode(cubic, Layouts.Joints(1)), 6);
        Assert.Equal("unit/step³", new JerkRms(Layouts.Lanes(1)).Info.Unit);
        Assert.Equal("unit/s³", new JerkRms(new ChannelLanes(Layouts.Joints(1, 50))).Info.Unit);
    }

    [Fact]
    public void A_velocity_command_needs_one_derivative_less()
    {
        const double rateHz = 20;
        double[][] parabola = Episodes.Of(30, t => [3 * Math.Pow(t / rateHz, 2)]);
        Assert.Equal(6, Episode(parabola, Layouts.Velocities(1, rateHz)), 6);
    }

    [Fact]
    public void It_is_unknown_before_the_fourth_action() =>
        Assert.Equal([true, true, true, false], Runner(Layouts.Joints(1)).Steps(Episodes.Zigzag(4)).Select(double.IsNaN));

    [Fact]
    public void A_gripper_that_snaps_shut_is_no_jerk_of_the_arm()
    {
        double[][] grasp = Episodes.Of(30, t => [0.1 * t, t < 15 ? 0 : 100]);
        Assert.True(Episode(grasp, Layouts.Arm(1)) < 1e-12);
    }

    [Theory]
    [RandomEpisode]
    public void It_equals_a_recomputation_from_the_whole_episode(ulong seed, int steps, int channels)
    {
        double[][] actions = Episodes.Random(seed, steps, channels);
        double[][] jerks = Episodes.Motions(Episodes.Motions(Episodes.Motions(actions)));
        Close.Equal(Close.RootMeanSquare(jerks.Select(jerk => jerk.Max(Math.Abs))), Episode(actions, Layouts.Joints(channels)));
    }

    private static double Episode(double[][] actions, ChannelLayout layout) => Runner(layout).Episode(actions);

    private static MonitorRunner Runner(ChannelLayout layout) => new(layout, new JerkRms(new ChannelLanes(layout)));
}
