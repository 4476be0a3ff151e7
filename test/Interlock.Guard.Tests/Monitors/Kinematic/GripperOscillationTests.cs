using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Kernels;
using Interlock.Guard.Monitors.Kinematic;

namespace Interlock.Guard.Tests.Monitors.Kinematic;

public sealed class GripperOscillationTests
{
    [Fact]
    public void A_gripper_that_flips_at_every_step_scores_one() =>
        Assert.Equal(1, Steps(Episodes.Of(30, t => [t % 2]))[^1]);

    [Fact]
    public void One_grasp_is_one_change()
    {
        double[] steps = Steps(Episodes.Of(30, t => [t < 15 ? 1 : 0]));
        Assert.Equal(1 / 9.0, steps[20], 12);
        Assert.Equal(0, steps[29]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 100)]
    [InlineData(-1, 1)]
    [InlineData(0, 0.08)]
    public void Any_pair_of_values_works_without_a_threshold(double open, double closed) =>
        Assert.Equal(1, Steps(Episodes.Of(30, t => [t % 2 == 0 ? open : closed]))[^1]);

    [Fact]
    public void Jitter_around_the_middle_is_no_oscillation() =>
        Assert.Equal(0, Steps(Episodes.Of(40, t => [t < 10 ? t / 9.0 : 0.5 + (0.05 * (t % 2))]))[^1]);

    [Fact]
    public void Jitter_of_a_gripper_that_stays_open_is_no_oscillation()
    {
        double[][] jitter = Episodes.Of(30, t => [80 + (0.5 * (t % 2))]);
        Assert.Equal(0, Steps(jitter)[^1]);
        MonitorModels models = new() { Conformal = new ConformalModel([40], [35], [1]) };
        Assert.Equal(0, Steps(Episodes.Of(30, t => [5 * (t % 2)]), models)[^1]);
    }

    [Fact]
    public void A_gripper_that_calibration_could_not_scale_is_watched_all_the_same()
    {
        MonitorModels models = new() { Conformal = new ConformalModel([0], [double.MaxValue], [1]) };
        Assert.Equal(1, Steps(Episodes.Of(30, t => [t % 2]), models)[^1]);
    }

    [Fact]
    public void Without_a_gripper_there_is_no_value() =>
        Assert.True(double.IsNaN(Runner(Layouts.Joints(2), null).Steps(Episodes.Zigzag(30, 2))[^1]));

    [Fact]
    public void The_episode_value_is_the_share_of_steps_with_a_change()
    {
        double value = Runner(Layouts.GripperOnly(), null).Episode(Episodes.Of(101, t => [t / 20 % 2]));
        Assert.Equal(5 / 100.0, value, 12);
    }

    private static double[] Steps(double[][] actions, MonitorModels? models = null) => Runner(Layouts.GripperOnly(), models).Steps(actions);

    private static MonitorRunner Runner(ChannelLayout layout, MonitorModels? models) =>
        new(layout, new GripperOscillation(new ChannelLanes(layout), models));
}
