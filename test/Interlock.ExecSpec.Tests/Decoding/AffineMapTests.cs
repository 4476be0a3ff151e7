using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Decoding;

public sealed class AffineMapTests
{
    [Fact]
    public void A_range_is_half_its_length_and_its_middle()
    {
        AffineMap map = AffineMap.Inverse(Specs.Quantile(LibraryArithmetic.OpenVla, [-0.5, 2], [1.5, 6]) with { Mask = [true, false] }, 3);
        Assert.Equal([1, 1, 1], map.ScaleAt(0));
        Assert.Equal([0.5, 0, 0], map.OffsetAt(49));
    }

    [Fact]
    public void A_score_is_its_deviation_and_mean()
    {
        AffineMap map = AffineMap.Inverse(Specs.Score(LibraryArithmetic.OpenPi, [3], [2]), 1);
        Assert.Equal(2.000001, map.ScaleAt(0)[0]);
        Assert.Equal(3, map.OffsetAt(0)[0]);
    }

    [Fact]
    public void Forward_undoes_inverse_without_epsilon()
    {
        Normaliser normaliser = Specs.Range(LibraryArithmetic.Plain, [-1, 2, 3, 4], [0, 4, 7, 5], timesteps: 2);
        AffineMap inverse = AffineMap.Inverse(normaliser, 2);
        AffineMap forward = AffineMap.Forward(normaliser, 2);
        for (int t = 0; t < 2; t++)
        {
            for (int i = 0; i < 2; i++)
            {
                Assert.Equal(1, inverse.ScaleAt(t)[i] * forward.ScaleAt(t)[i], 1e-15);
                Assert.Equal(0, (forward.ScaleAt(t)[i] * inverse.OffsetAt(t)[i]) + forward.OffsetAt(t)[i], 1e-15);
            }
        }
    }

    [Fact]
    public void Positions_beyond_the_statistics_are_refused()
    {
        AffineMap map = AffineMap.Inverse(Specs.Range(LibraryArithmetic.Plain, [0, 0], [1, 1], timesteps: 2), 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => map.ScaleAt(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => map.OffsetAt(-1).Length);
    }

    [Fact]
    public void Defective_statistics_stay_visible()
    {
        AffineMap map = AffineMap.Inverse(Specs.Range(LibraryArithmetic.Plain, [double.NaN, 0], [1, double.PositiveInfinity]), 2);
        Assert.True(double.IsNaN(map.ScaleAt(0)[0]));
        Assert.False(double.IsFinite(map.ScaleAt(0)[1]));
    }
}
