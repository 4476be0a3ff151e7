using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Chunks;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Tests.Monitors.Chunks;

public sealed class ChunkEntropyTests
{
    [Fact]
    public void Samples_that_agree_have_no_entropy_wherever_they_are()
    {
        Assert.Equal(0, Entropy([3.14, 3.141, 3.1405, 3.1395], samples: 4));
        Assert.Equal(0, Entropy([0.0499, 0.0501, 0.05, 0.05], samples: 4));
    }

    [Fact]
    public void Samples_that_all_differ_have_the_largest_entropy_there_is() =>
        Assert.Equal(Math.Log(4), Entropy([0, 1, 2, 3], samples: 4), 12);

    [Fact]
    public void Two_equal_camps_have_one_bit() => Assert.Equal(Math.Log(2), Entropy([-1, -1, 1, 1], samples: 4), 12);

    [Fact]
    public void Entropies_of_rows_and_channels_add_up()
    {
        // Two samples of two rows of two channels; they differ in three of the four numbers.
        double[] chunk = [0, 0, 0, 0, 1, 1, 1, 0];
        ChunkEntropy monitor = new(Layouts.Lanes(2), new ConformalModel([0, 0], [1, 1], [1]));
        monitor.ObserveChunk(chunk, 2, 2);
        Assert.Equal(3 * Math.Log(2), monitor.StepValue, 12);
        Assert.Equal(3 * Math.Log(2), monitor.EpisodeValue, 12);
    }

    [Fact]
    public void Samples_on_both_sides_of_the_seam_of_a_continuous_joint_agree()
    {
        ChunkEntropy monitor = new(new ChannelLanes(Layouts.Continuous(1)), new ConformalModel([0], [10], [1]));
        monitor.ObserveChunk([179.9, -179.9], 2, 1);
        Assert.Equal(0, monitor.StepValue);
    }

    [Fact]
    public void One_sample_a_non_finite_number_or_no_model_give_no_value()
    {
        Assert.True(double.IsNaN(Entropy([1.0], samples: 1)));
        Assert.True(double.IsNaN(Entropy([1.0, double.NaN], samples: 2)));
        ChunkEntropy uncalibrated = new(Layouts.Lanes(1), null);
        uncalibrated.ObserveChunk([1, 2], 2, 1);
        Assert.True(double.IsNaN(uncalibrated.StepValue));
    }

    private static double Entropy(double[] chunk, int samples)
    {
        ChunkEntropy monitor = new(Layouts.Lanes(1), new ConformalModel([0], [1], [1]));
        monitor.ObserveChunk(chunk, samples, chunk.Length / samples);
        return monitor.StepValue;
    }
}
