using Interlock.Policies.Scheduling.Rtc;

namespace Interlock.Policies.Tests.Scheduling.Rtc;

public sealed class RtcTests
{
    [Theory]
    [InlineData(RtcSchedule.Zeros, new double[] { 1, 1, 0, 0, 0, 0, 0, 0 })]
    [InlineData(RtcSchedule.Ones, new double[] { 1, 1, 1, 1, 1, 0, 0, 0 })]
    [InlineData(RtcSchedule.Linear, new double[] { 1, 1, 0.75, 0.5, 0.25, 0, 0, 0 })]
    public void Weights_follow_the_schedule(RtcSchedule schedule, double[] expected)
    {
        double[] weights = new double[8];
        RtcWeights.Fill(schedule, delaySteps: 2, horizonRows: 5, weights);
        Assert.Equal(expected, weights);
    }

    [Fact]
    public void Exponential_weights_bend_the_line()
    {
        double[] weights = new double[4];
        RtcWeights.Fill(RtcSchedule.Exp, 1, 2, weights);
        Assert.Equal(1, weights[0], 15);
        Assert.Equal(0.5 * (Math.Exp(0.5) - 1) / (Math.E - 1), weights[1], 15);
        Assert.Equal([0.0, 0], weights[2..]);
    }

    [Fact]
    public void A_delay_beyond_the_horizon_and_a_horizon_beyond_the_chunk_are_cut()
    {
        double[] weights = new double[3];
        RtcWeights.Fill(RtcSchedule.Linear, 9, 2, weights);
        Assert.Equal([1.0, 1, 0], weights);
        RtcWeights.Fill(RtcSchedule.Ones, 0, 9, weights);
        Assert.Equal([1.0, 1, 1], weights);
    }

    [Fact]
    public void The_horizon_is_cut_to_the_rows_under_way_so_that_padding_binds_nothing()
    {
        RtcPrefix prefix = new(2, 5);
        prefix.Remember([0, 0, 1, 10, 2, 20, 3, 30], 4, observedAtStep: 6);
        RtcLeftover leftover = prefix.From(8, executionHorizon: 10);
        Assert.Equal([2.0, 20, 3, 30], leftover.Rows.ToArray());
        Assert.Equal((2, 2), (leftover.RowCount, leftover.Horizon));
        double[] padded = new double[8];
        prefix.Pad(leftover, padded);
        Assert.Equal([2.0, 20, 3, 30, 3, 30, 3, 30], padded);
        double[] weights = new double[4];
        RtcWeights.Fill(RtcSchedule.Linear, 1, leftover.Horizon, weights);
        Assert.Equal([1.0, 0.5, 0, 0], weights);
    }

    [Fact]
    public void There_is_no_prefix_beyond_the_answer_before_it_or_once_forgotten()
    {
        RtcPrefix prefix = new(1, 5);
        prefix.Remember([1, 2], 2, 4);
        Assert.Equal(0, prefix.From(3, 10).RowCount);
        Assert.Equal(0, prefix.From(6, 10).Horizon);
        prefix.Forget();
        Assert.True(prefix.From(4, 10).Rows.IsEmpty);
    }

    [Fact]
    public void Guidance_has_the_published_weight()
    {
        Assert.Equal(10, RtcGuidance.Weight(1, 10));
        Assert.Equal(0, RtcGuidance.Weight(0, 10));
        Assert.Equal(2, RtcGuidance.Weight(0.5, 10), 12);
        Assert.Equal(0.25 / 0.75 * ((0.0625 + 0.5625) / 0.0625), RtcGuidance.Weight(0.25, 10), 12);
    }

    [Fact]
    public void Denoising_with_guidance_ends_on_the_rows_under_way_and_leaves_the_others()
    {
        const int steps = 10;
        double[] target = [0.2, -0.7, 0.9, 0.1];
        double[] leftover = [0.5, -0.2];
        double[] chunk = [1.1, -1.3, 0.4, 2.0];
        double[] velocity = new double[4];
        for (int step = 0; step < steps; step++)
        {
            double time = 1 - (step / (double)steps);
            for (int i = 0; i < 4; i++)
            {
                velocity[i] = (chunk[i] - target[i]) / time;
            }

            RtcGuidance.Correct(chunk, velocity, leftover, [1, 1, 0, 0], time, velocity, maxWeight: 10);
            for (int i = 0; i < 4; i++)
            {
                chunk[i] -= velocity[i] / steps;
            }
        }

        Assert.True(Math.Abs(chunk[0] - leftover[0]) < Math.Abs(target[0] - leftover[0]));
        Assert.True(Math.Abs(chunk[1] - leftover[1]) < Math.Abs(target[1] - leftover[1]));
        Assert.Equal(target[2..], chunk[2..].Select(value => Math.Round(value, 9)));
    }
}
