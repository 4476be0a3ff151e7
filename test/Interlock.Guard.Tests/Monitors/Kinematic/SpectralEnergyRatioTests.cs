using Interlock.Core.Randomness;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Kernels;
using Interlock.Guard.Monitors.Kinematic;

namespace Interlock.Guard.Tests.Monitors.Kinematic;

public sealed class SpectralEnergyRatioTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    public void White_noise_has_a_fifth_of_its_energy_in_the_low_band_at_any_offset(double offset)
    {
        SeededRandom random = new(11);
        double[][] noise = Episodes.Of(4000, _ => [offset + random.NextNormal()]);
        Assert.InRange(Episode(noise), 0.15, 0.27);
    }

    [Fact]
    public void An_offset_changes_nothing()
    {
        double[][] actions = Episodes.Random(3, 200, 4);
        double[][] moved = [.. actions.Select(action => action.Select(value => value + 1000).ToArray())];
        Assert.Equal(Episode(actions), Episode(moved), 6);
    }

    [Fact]
    public void A_slow_sine_is_nearly_all_low_and_a_zigzag_nearly_all_high()
    {
        Assert.True(Episode(Episodes.Of(100, t => [Math.Sin(0.2 * t)])) > 0.99);
        Assert.True(Episode(Episodes.Zigzag(100)) < 0.01);
    }

    [Fact]
    public void A_freeze_has_no_spectrum() => Assert.True(double.IsNaN(Episode(Episodes.Freeze(100, 3))));

    [Fact]
    public void The_first_value_comes_with_the_thirty_second_action_and_a_new_one_every_sixteen_steps()
    {
        double[] steps = Runner(Layouts.Joints(1)).Steps(Episodes.Random(1, 100, 1));
        int[] changes = [.. Enumerable.Range(1, 99).Where(t => !steps[t].Equals(steps[t - 1]))];
        Assert.Equal([31, 47, 63, 79, 95], changes);
    }

    [Fact]
    public void A_gripper_is_left_out() =>
        Assert.Equal(
            Episode(Episodes.Of(100, t => [Math.Sin(0.2 * t)])),
            Runner(Layouts.Arm(1)).Episode(Episodes.Of(100, t => [Math.Sin(0.2 * t), t % 2])),
            12);

    [Fact]
    public void A_continuous_joint_that_turns_evenly_has_no_jump_in_its_spectrum()
    {
        double[][] turning = Episodes.Of(200, t => [(11.0 * t % 360) - 180]);
        Assert.True(Runner(Layouts.Continuous(1)).Episode(turning) > 0.99);
    }

    [Theory]
    [RandomEpisode]
    public void It_equals_a_transform_of_every_window(ulong seed, int steps, int channels)
    {
        double[][] actions = Episodes.Random(seed, steps, channels);
        List<double> windows = [];
        for (int start = 0; start + SpectralWindow.Length <= steps; start += SpectralWindow.Length / 2)
        {
            windows.Add(SpectrumOracle.LowShare(actions[start..(start + SpectralWindow.Length)], removeMean: true));
        }

        Close.Equal(Close.Mean(windows), Episode(actions));
    }

    private static double Episode(double[][] actions) => Runner(Layouts.Joints(actions[0].Length)).Episode(actions);

    private static MonitorRunner Runner(ChannelLayout layout) => new(layout, new SpectralEnergyRatio(new ChannelLanes(layout)));
}
