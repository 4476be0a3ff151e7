using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors;
using Interlock.Guard.Monitors.Kinematic;

namespace Interlock.Guard.Tests.Monitors.Kinematic;

public sealed class SimpleMotionTests
{
    [Theory]
    [RandomEpisode]
    public void Total_variation_rate_is_the_path_length_per_step(ulong seed, int steps, int channels)
    {
        double[][] actions = Episodes.Random(seed, steps, channels);
        double expected = Episodes.Motions(actions).Average(motion => motion.Sum(Math.Abs));
        Close.Equal(expected, new MonitorRunner(Layouts.Joints(channels), new TotalVariationRate()).Episode(actions));
    }

    [Fact]
    public void Total_variation_rate_does_not_grow_with_the_length_of_the_episode()
    {
        double shortOne = new MonitorRunner(Layouts.Joints(1), new TotalVariationRate()).Episode(Episodes.Zigzag(50));
        double longOne = new MonitorRunner(Layouts.Joints(1), new TotalVariationRate()).Episode(Episodes.Zigzag(5000));
        Assert.Equal(shortOne, longOne, 12);
    }

    [Fact]
    public void Velocity_violations_are_a_share_of_the_steps_and_not_a_count()
    {
        VelocityViolations monitor = new(Layouts.Lanes(2), new MonitorLimits { MaxMotion = [0.5, double.PositiveInfinity] });
        double[][] actions = Episodes.Of(101, t => [t % 4 == 0 ? 1 : 0, 7 * t]);
        Assert.Equal(0.5, new MonitorRunner(Layouts.Joints(2), monitor).Episode(actions), 12);
    }

    [Fact]
    public void A_motion_at_exactly_the_limit_is_no_violation_however_the_positions_round()
    {
        VelocityViolations monitor = new(Layouts.Lanes(1), new MonitorLimits { MaxMotion = [0.1] });
        Assert.Equal(0, new MonitorRunner(Layouts.Joints(1), monitor).Episode(Episodes.Of(200, t => [0.1 * t])));
    }

    [Fact]
    public void Without_limits_there_is_no_value()
    {
        VelocityViolations monitor = new(Layouts.Lanes(1), limits: null);
        Assert.True(double.IsNaN(new MonitorRunner(Layouts.Joints(1), monitor).Episode(Episodes.Zigzag(20))));
    }

    [Theory]
    [RandomEpisode]
    public void Linear_predictability_is_the_largest_scaled_residual(ulong seed, int steps, int channels)
    {
        double[][] actions = Episodes.Random(seed, steps, channels);
        LinearPredictabilityModel model = new(
            [.. Enumerable.Range(0, channels).Select(j => 0.9 + (0.01 * j))],
            [.. Enumerable.Range(0, channels).Select(j => 0.1 * j)],
            [.. Enumerable.Range(0, channels).Select(j => 0.5 + j)]);
        double[] expected = [double.NaN, .. actions.Skip(1).Select((action, t) => action.Select((value, j) =>
            Math.Abs(value - ((model.Slope[j] * actions[t][j]) + model.Intercept[j])) / model.ErrorScale[j]).Max())];
        LinearPredictability monitor = new(Layouts.Lanes(channels), model);
        Close.Equal(expected, new MonitorRunner(Layouts.Joints(channels), monitor).Steps(actions));
        Close.Equal(Close.Mean(expected), monitor.EpisodeValue);
    }

    [Fact]
    public void An_uncalibrated_linear_predictability_says_nothing_instead_of_zero() =>
        Assert.True(double.IsNaN(new MonitorRunner(Layouts.Joints(1), new LinearPredictability(Layouts.Lanes(1), null)).Episode(Episodes.Zigzag(20))));
}
