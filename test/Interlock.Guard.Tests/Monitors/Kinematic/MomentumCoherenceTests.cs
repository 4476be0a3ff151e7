using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Kernels;
using Interlock.Guard.Monitors.Kinematic;

namespace Interlock.Guard.Tests.Monitors.Kinematic;

public sealed class MomentumCoherenceTests
{
    [Fact]
    public void A_straight_line_scores_one() => Assert.Equal(1, Episode(Episodes.Line(30, 3)), 12);

    [Fact]
    public void A_perfect_zigzag_scores_minus_one() => Assert.Equal(-1, Episode(Episodes.Zigzag(40, 7)), 12);

    [Fact]
    public void A_zigzag_with_a_slow_drift_scores_minus_one_too() =>
        Assert.Equal(-1, Episode(Episodes.Of(40, t => [(0.05 * t) + (t % 2)])), 12);

    [Fact]
    public void A_freeze_has_no_direction_and_scores_zero() => Assert.Equal(0, Episode(Episodes.Freeze(40, 7)));

    [Fact]
    public void A_freeze_after_a_smooth_motion_pulls_the_episode_down()
    {
        double[][] stuck = Episodes.Of(100, t => [Math.Min(t, 50)]);
        Assert.True(Episode(stuck) < 0.6);
    }

    [Fact]
    public void A_motion_of_period_four_does_not_look_healthy()
    {
        double[] square = [0, 1, 1, 0];
        Assert.True(Episode(Episodes.Of(60, t => [square[t % 4], square[(t + 1) % 4]])) <= 0.05);
        Assert.True(Episode(Episodes.Of(60, t => [square[t % 4] + square[(t + 3) % 4]])) <= 0.05);
    }

    [Fact]
    public void White_noise_does_not_look_healthy() => Assert.True(Episode(Noise(300)) < 0.2);

    [Fact]
    public void It_is_unknown_before_the_sixth_action()
    {
        double[] steps = Runner(Layouts.Joints(1)).Steps(Episodes.Line(6));
        Assert.All(steps[..5], value => Assert.True(double.IsNaN(value)));
        Assert.Equal(1, steps[5], 12);
    }

    [Fact]
    public void A_chattering_gripper_does_not_hide_a_smooth_arm() =>
        Assert.Equal(1, Runner(Layouts.Arm(1)).Episode(Episodes.Of(30, t => [0.1 * t, 50 * (t % 2)])), 12);

    [Theory]
    [RandomEpisode]
    public void It_equals_a_recomputation_from_the_whole_episode(ulong seed, int steps, int channels)
    {
        double[][] actions = Episodes.Random(seed, steps, channels);
        double[][] motions = Episodes.Motions(actions);
        double[] expected = [.. Enumerable.Range(0, steps).Select(t => t < 5 ? double.NaN : Batch(motions, t - 1))];
        MonitorRunner runner = Runner(Layouts.Joints(channels));
        Close.Equal(expected, runner.Steps(actions));
        runner.Reset();
        Close.Equal(Close.Mean(expected), runner.Episode(actions));
    }

    private static double Batch(double[][] motions, int t)
    {
        double[][] past = motions[(t - 4)..t];
        double[] sum = [.. motions[t].Select((_, j) => past.Sum(motion => motion[j]))];
        double[] direction = Norm(sum) < 0.5 * past.Sum(Norm) ? past[^1] : sum;
        double norms = Norm(direction) * Norm(motions[t]);
        return norms == 0 ? 0 : direction.Zip(motions[t], (a, b) => a * b).Sum() / norms;
    }

    private static double[][] Noise(int steps)
    {
        Core.Randomness.SeededRandom random = new(5);
        return Episodes.Of(steps, _ => [random.NextNormal(), random.NextNormal(), random.NextNormal()]);
    }

    private static double Norm(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));

    private static double Episode(double[][] actions) => Runner(Layouts.Joints(actions[0].Length)).Episode(actions);

    private static MonitorRunner Runner(ChannelLayout layout) => new(layout, new MomentumCoherence(new ChannelLanes(layout)));
}
