using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;
using Interlock.Guard.Monitors.Chunks;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Tests.Monitors.Chunks;

public sealed class ChunkSeamJumpTests
{
    private const int ChunkLength = 10;

    [Fact]
    public void A_jump_is_reported_on_the_first_step_of_the_new_chunk_and_nowhere_else()
    {
        double[] steps = Runner(Layouts.Joints(14)).Steps(Jumping(60, 14), Seams);
        for (int t = 0; t < steps.Length; t++)
        {
            bool seam = t > 0 && t % ChunkLength == 0;
            Assert.Equal(seam, steps[t] > 10);
            Assert.Equal(!seam, double.IsNaN(steps[t]));
        }
    }

    [Fact]
    public void A_smooth_seam_scores_one() =>
        Assert.Equal(1, Runner(Layouts.Joints(2)).Episode(Episodes.Line(60, 2), Seams), 9);

    [Fact]
    public void Without_chunks_there_is_no_value() =>
        Assert.True(double.IsNaN(Runner(Layouts.Joints(1)).Episode(Episodes.Zigzag(60))));

    [Fact]
    public void A_gripper_that_closes_at_a_seam_is_no_jump_of_the_arm()
    {
        double[][] grasp = Episodes.Of(40, t => [0.1 * t, t < 20 ? 0 : 100]);
        Assert.Equal(1, Runner(Layouts.Arm(1)).Episode(grasp, Seams), 9);
    }

    [Fact]
    public void A_chunk_that_begins_with_a_non_finite_action_has_its_seam_at_the_first_finite_one()
    {
        MonitorBank bank = new(Layouts.Joints(1), Core.Contract.PolicyProfile.Unknown, null);
        int index = bank.IndexOf("chunk_seam_jump");
        foreach (double[] action in Episodes.Line(10))
        {
            bank.Observe(action, StepFacts.None);
        }

        bank.ObserveNonFinite(Seams(0));
        Assert.True(double.IsNaN(bank.StepValue(index)));
        bank.Observe([5], StepFacts.None);
        Assert.True(bank.StepValue(index) > 10);
    }

    [Theory]
    [RandomEpisode]
    public void It_equals_a_recomputation_from_the_whole_episode(ulong seed, int steps, int channels)
    {
        double[][] actions = Episodes.Random(seed, steps, channels);
        double[] norms = [.. Episodes.Motions(actions).Select(motion => Math.Sqrt(motion.Sum(value => value * value)))];
        double[] expected = [.. Enumerable.Range(0, steps).Select(t =>
        {
            if (t == 0 || t % ChunkLength != 0)
            {
                return double.NaN;
            }

            double[] inside = [.. Enumerable.Range(1, t - 1).Where(step => step % ChunkLength != 0).Select(step => norms[step - 1])];
            return norms[t - 1] / Math.Max(Close.RootMeanSquare(inside), 1e-8);
        })];
        Close.Equal(expected, Runner(Layouts.Joints(channels)).Steps(actions, Seams));
    }

    private static double[][] Jumping(int steps, int channels) =>
        Episodes.Of(steps, t => [.. Enumerable.Range(0, channels).Select(_ => (0.01 * t) + (t / ChunkLength))]);

    private static StepFacts Seams(int step) => StepFacts.None with { ChunkStart = step % ChunkLength == 0 };

    private static MonitorRunner Runner(ChannelLayout layout) => new(layout, new ChunkSeamJump(new ChannelLanes(layout)));
}
