using Interlock.Core.Randomness;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kinematic;

namespace Interlock.Guard.Tests.Monitors.Kinematic;

public sealed class CorrelationDivergenceTests
{
    private const int BlockLength = 10;
    private const int BlockCount = 5;

    [Fact]
    public void The_same_coupling_as_in_the_demonstrations_scores_near_zero_and_another_scores_high()
    {
        CorrelationModel together = new([1, 1, 1, 1]);
        Assert.True(Last(Coupled(200, sign: 1), together) < 1e-6);
        Assert.True(Last(Coupled(200, sign: -1), together) > 0.8);
    }

    [Fact]
    public void A_joint_that_does_not_move_has_correlation_zero_and_hides_nothing()
    {
        double[][] oneLocked = [.. Coupled(200, sign: 1).Select(action => new[] { action[0], action[1], 0.7 })];
        CorrelationModel model = new([1, 1, 0, 1, 1, 0, 0, 0, 1]);
        Assert.True(Last(oneLocked, model) < 1e-6);
    }

    [Fact]
    public void One_channel_or_no_model_gives_no_value()
    {
        Assert.True(double.IsNaN(Last(Episodes.Zigzag(100), new CorrelationModel([1]))));
        Assert.True(double.IsNaN(Last(Episodes.Zigzag(100, 2), null)));
    }

    [Fact]
    public void A_monstrous_jump_is_forgotten_when_it_leaves_the_window()
    {
        double[][] calm = Episodes.Random(4, 400, 3);
        double[][] jumped = [.. calm.Select((action, t) => t == 100 ? [1e60, -1e60, 1e60] : action)];
        CorrelationModel model = new([1, 0, 0, 0, 1, 0, 0, 0, 1]);
        Assert.Equal(Steps(calm, model)[180..], Steps(jumped, model)[180..]);
    }

    [Theory]
    [RandomEpisode]
    public void It_equals_a_recomputation_from_the_same_windows(ulong seed, int steps, int channels)
    {
        double[][] actions = Episodes.Random(seed, steps, channels);
        double[] reference = new double[channels * channels];
        SeededRandom random = new(seed);
        for (int i = 0; i < channels; i++)
        {
            reference[(i * channels) + i] = 1;
            for (int j = 0; j < i; j++)
            {
                reference[(i * channels) + j] = reference[(j * channels) + i] = random.NextDouble(-0.5, 0.5);
            }
        }

        double[] expected = Batch(Episodes.Motions(actions), reference, channels);
        Close.Equal(expected, Steps(actions, new CorrelationModel(reference))[1..]);
    }

    private static double[] Batch(double[][] motions, double[] reference, int channels)
    {
        List<double> values = [];
        double cycle = 0;
        double value = double.NaN;
        int row = 0;
        for (int t = 0; t < motions.Length; t++)
        {
            int start = Math.Max(0, ((t / BlockLength) - BlockCount + 1) * BlockLength);
            double[][] window = motions[start..(t + 1)];
            if (channels >= 2 && window.Length >= 10)
            {
                cycle += RowDistance(window, reference, channels, row);
                if (++row == channels)
                {
                    value = Math.Sqrt(cycle) / channels;
                    cycle = 0;
                    row = 0;
                }
            }

            values.Add(value);
        }

        return [.. values];
    }

    private static double RowDistance(double[][] window, double[] reference, int channels, int row)
    {
        double weight = Math.Min((double)window.Length / (window.Length + channels), 0.9);
        double sum = 0;
        for (int j = row + 1; j < channels; j++)
        {
            double difference = Correlation(window, row, j) - reference[(row * channels) + j];
            sum += 2 * weight * weight * difference * difference;
        }

        return sum;
    }

    private static double Correlation(double[][] window, int i, int j)
    {
        double meanI = window.Average(motion => motion[i]);
        double meanJ = window.Average(motion => motion[j]);
        double varianceI = window.Sum(motion => Math.Pow(motion[i] - meanI, 2));
        double varianceJ = window.Sum(motion => Math.Pow(motion[j] - meanJ, 2));
        return window.Sum(motion => (motion[i] - meanI) * (motion[j] - meanJ)) / Math.Sqrt(varianceI * varianceJ);
    }

    private static double[][] Coupled(int steps, int sign)
    {
        SeededRandom random = new(9);
        double position = 0;
        return Episodes.Of(steps, _ =>
        {
            position += random.NextNormal();
            return [position, sign * position];
        });
    }

    private static double Last(double[][] actions, CorrelationModel? model) => Steps(actions, model)[^1];

    private static double[] Steps(double[][] actions, CorrelationModel? model)
    {
        int channels = actions[0].Length;
        return new MonitorRunner(Layouts.Joints(channels), new CorrelationDivergence(Layouts.Lanes(channels), model)).Steps(actions);
    }
}
