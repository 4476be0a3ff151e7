using Interlock.Core.Randomness;
using Interlock.Policies.Confidence;
using Xunit;

namespace Interlock.Policies.Tests.Confidence;

public sealed class ChunkSignalTests
{
    [Fact]
    public void Spread_is_the_root_mean_square_deviation_in_channel_spans()
    {
        PolicyChunk chunk = new(3, 2, 2);
        chunk.Reset(1, 2);
        chunk.Sample(0)[0] = 0;
        chunk.Sample(1)[0] = 6;
        chunk.Sample(0)[1] = 5;
        chunk.Sample(1)[1] = 5;

        // Variance 18 in a span of 3, variance 0 in the other: √((18/9 + 0)/2) = 1.
        Assert.Equal(1, ChunkSpread.Of(chunk, [1 / 3.0, 1]), 1e-12);
    }

    [Fact]
    public void Chunks_that_follow_one_path_overlap_without_distance()
    {
        ChunkOverlap overlap = new(OverlapKind.Executed, [1.0], 8, 1);
        Assert.Null(overlap.Measure(Path(0, 8)));
        Assert.Equal(0.0, overlap.Measure(Path(3, 8)));
        Assert.Equal(0.0, overlap.Measure(Path(3, 2)));
        Assert.Null(overlap.Measure(Path(5, 8)));
        Assert.Null(overlap.Measure(Path(2, 8)));
    }

    [Fact]
    public void A_jump_is_measured_over_the_overlap_only()
    {
        ChunkOverlap overlap = new(OverlapKind.Executed, [0.5], 8, 1);
        overlap.Measure(Path(0, 4));
        Assert.Equal(1.5, overlap.Measure(Path(2, 8, offset: 3))!.Value, 1e-12);
    }

    [Fact]
    public void The_energy_distance_sees_a_changed_distribution_and_not_another_draw_of_the_same()
    {
        double[] same = [.. Enumerable.Range(0, 50).Select(seed => Energy((ulong)seed, shift: 0))];
        double[] moved = [.. Enumerable.Range(0, 50).Select(seed => Energy((ulong)seed, shift: 3))];
        Assert.True(same.Min() >= 0);
        Assert.True(same.Max() < moved.Min());
    }

    [Fact]
    public void One_sample_is_no_distribution()
    {
        ChunkOverlap overlap = new(OverlapKind.Samples, [1.0], 8, 2);
        overlap.Measure(Path(0, 4));
        Assert.Equal(double.NaN, overlap.Measure(Path(1, 4)));
    }

    private static double Energy(ulong seed, double shift)
    {
        SeededRandom random = new(seed);
        ChunkOverlap overlap = new(OverlapKind.Samples, [1.0], 4, 16);
        overlap.Measure(Cloud(0, random, 0));
        return overlap.Measure(Cloud(1, random, shift))!.Value;
    }

    private static PolicyChunk Cloud(long step, SeededRandom random, double shift)
    {
        PolicyChunk chunk = new(4, 1, 16) { ObservedAtStep = step };
        chunk.Reset(4, 16);
        for (int sample = 0; sample < 16; sample++)
        {
            foreach (ref double value in chunk.Sample(sample))
            {
                value = shift + random.NextNormal();
            }
        }

        return chunk;
    }

    private static PolicyChunk Path(long step, int rows, double offset = 0)
    {
        PolicyChunk chunk = new(8, 1) { ObservedAtStep = step };
        chunk.Reset(rows);
        for (int row = 0; row < rows; row++)
        {
            chunk.Row(row)[0] = offset + ((step + row) * (step + row));
        }

        return chunk;
    }
}
