using Xunit;

namespace Interlock.Policies.Tests;

public sealed class PolicyChunkTests
{
    [Fact]
    public void Samples_do_not_overlap_when_a_chunk_is_shorter_than_its_room()
    {
        PolicyChunk chunk = new(maxRows: 4, dimension: 2, maxSamples: 3);
        chunk.Reset(rows: 2, samples: 3);
        for (int sample = 0; sample < 3; sample++)
        {
            chunk.Sample(sample).Fill(sample);
        }

        Assert.Equal([0.0, 0, 0, 0], chunk.Actions.ToArray());
        Assert.Equal([2.0, 2, 2, 2], chunk.Sample(2).ToArray());
    }

    [Fact]
    public void A_new_answer_tells_nothing_of_the_last_one()
    {
        PolicyChunk chunk = new(2, 1) { TokenEntropyNats = 1, InferenceMs = 2, Disagreement = 3 };
        chunk.Reset(1);
        Assert.Null(chunk.TokenEntropyNats);
        Assert.Null(chunk.InferenceMs);
        Assert.Null(chunk.Disagreement);
        Assert.Throws<ArgumentOutOfRangeException>(() => chunk.Reset(3));
    }
}
