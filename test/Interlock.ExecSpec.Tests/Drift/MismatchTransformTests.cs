using Interlock.Core.Randomness;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Drift;

public sealed class MismatchTransformTests
{
    [Fact]
    public void Two_transforms_in_a_row_are_one()
    {
        AffineMap a = RandomMap(1), b = RandomMap(2), c = RandomMap(3);

        MismatchTransform direct = MismatchTransform.Between(a, c);
        MismatchTransform chained = MismatchTransform.Between(a, b).Then(MismatchTransform.Between(b, c));

        Assert.All(Enumerable.Range(0, direct.Channels), channel =>
        {
            Assert.Equal(direct[0, channel].Gain, chained[0, channel].Gain, 1e-9);
            Assert.Equal(direct[0, channel].Offset, chained[0, channel].Offset, 1e-9);
        });
    }

    [Fact]
    public void A_map_without_positions_holds_for_every_position()
    {
        AffineMap perStep = AffineMap.Inverse(PerTimestep(3), 2);
        AffineMap plain = AffineMap.Of([2, 2], [0, 0]);

        MismatchTransform transform = MismatchTransform.Between(plain, perStep);

        Assert.Equal(3, transform.Timesteps);
        Assert.Equal([0.5, 1.0, 1.5], Enumerable.Range(0, 3).Select(timestep => transform[timestep, 1].Gain));
    }

    [Fact]
    public void Positions_that_only_one_chunk_has_are_different_without_bound()
    {
        MismatchTransform transform = MismatchTransform.Between(AffineMap.Inverse(PerTimestep(3), 2), AffineMap.Inverse(PerTimestep(2), 2));

        Assert.Equal(Comparability.Comparable, transform[1, 0].Comparability);
        Assert.Equal(Comparability.NotFinite, transform[2, 0].Comparability);
    }

    [Fact]
    public void Maps_of_different_width_are_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MismatchTransform.Between(AffineMap.Of([1], [0]), AffineMap.Of([1, 1], [0, 0])));

    // Half-range 1 at the first position, one more at each next.
    private static Normaliser PerTimestep(int timesteps) => new()
    {
        Key = "chunk",
        Scheme = NormalisationScheme.MinMax,
        Statistics = new ActionStatistics
        {
            Channels = 2,
            Timesteps = timesteps,
            Min = [.. Enumerable.Range(0, 2 * timesteps).Select(place => -1.0 - (place / 2))],
            Max = [.. Enumerable.Range(0, 2 * timesteps).Select(place => 1.0 + (place / 2))],
        },
    };

    private static AffineMap RandomMap(ulong seed)
    {
        SeededRandom random = new(seed);
        return AffineMap.Of(
            [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble(0.1, 2))],
            [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble(-1, 1))]);
    }
}
