using Interlock.Core.Randomness;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Decoding;

public sealed class UnnormaliserTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(7, 8)]
    [InlineData(14, 50)]
    [InlineData(14, 16)]
    [InlineData(32, 100)]
    public void A_chunk_is_its_rows_to_the_bit(int channels, int rows)
    {
        SeededRandom random = new(7);
        Unnormaliser unnormaliser = new(RandomRange(random, channels, 1, LibraryArithmetic.OpenVla with { InverseClip = 0.5 }), channels);
        double[] z = Specs.Normal(random, channels * rows);
        AssertChunkIsRows(unnormaliser, z, rows, _ => 0);
    }

    [Fact]
    public void Statistics_per_position_use_the_position_of_the_row()
    {
        SeededRandom random = new(8);
        Unnormaliser unnormaliser = new(RandomRange(random, 5, 11, LibraryArithmetic.OpenPi), 5);
        double[] z = Specs.Normal(random, 5 * 9);
        AssertChunkIsRows(unnormaliser, z, 9, row => row);
        Assert.Equal(11, unnormaliser.Timesteps);
        Assert.Throws<ArgumentOutOfRangeException>(() => unnormaliser.InverseChunk(new double[60], new double[60]));
        Assert.Throws<ArgumentOutOfRangeException>(() => unnormaliser.Inverse(new double[5], 11, new double[5]));
    }

    [Fact]
    public void The_inverse_is_the_affine_map_that_closed_forms_use()
    {
        SeededRandom random = new(9);
        Unnormaliser unnormaliser = new(RandomRange(random, 6, 4, LibraryArithmetic.OpenVlaOft), 6);
        double[] z = Specs.Normal(random, 6);
        double[] x = new double[6];
        unnormaliser.Inverse(z, 2, x);
        for (int i = 0; i < 6; i++)
        {
            Assert.Equal((z[i] * unnormaliser.InverseMap.ScaleAt(2)[i]) + unnormaliser.InverseMap.OffsetAt(2)[i], x[i]);
        }
    }

    [Fact]
    public void Forward_undoes_inverse_where_nothing_is_clipped()
    {
        SeededRandom random = new(10);
        foreach (NormaliserArithmetic arithmetic in new[] { LibraryArithmetic.OpenPi, LibraryArithmetic.Groot, LibraryArithmetic.LeRobot(NormalisationScheme.MinMax) })
        {
            Unnormaliser unnormaliser = new(RandomRange(random, 14, 1, arithmetic), 14);
            double[] z = Specs.Normal(random, 14 * 50);
            double[] back = new double[z.Length];
            unnormaliser.InverseChunk(z, back);
            unnormaliser.ForwardChunk(back, back);
            Assert.All(z.Zip(back), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        }
    }

    [Fact]
    public void A_small_range_far_from_zero_keeps_its_digits_in_training()
    {
        Unnormaliser unnormaliser = new(Specs.Range(LibraryArithmetic.Plain, [1e6], [1e6 + 0.0009765625]), 1);
        double[] number = [1e6 + 0.000732421875];
        unnormaliser.Forward(number, 0, number);
        Assert.Equal(0.5, number[0], 1e-15);
    }

    [Fact]
    public void Masked_out_channels_and_those_beyond_the_statistics_pass_unchanged_and_unclipped()
    {
        Normaliser normaliser = Specs.Range(LibraryArithmetic.OpenVla with { InverseClip = 1 }, [0, 0], [4, 4]) with { Mask = [true, false, true] };
        double[] x = new double[3];
        new Unnormaliser(normaliser, 3).Inverse([3, 3, 3], 0, x);
        Assert.Equal([4, 3, 3], x);
        double[] z = new double[3];
        new Unnormaliser(normaliser, 3).Forward([9, 9, 9], 0, z);
        Assert.Equal([1, 9, 9], z);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_is_never_clipped_to_a_number(double value)
    {
        NormaliserArithmetic clipping = LibraryArithmetic.OpenVla with { InverseClip = 1 };
        Unnormaliser unnormaliser = new(Specs.Range(clipping, [.. Enumerable.Repeat(0.0, 7)], [1, 1, 1, 1, 1, 1, 0]), 7);
        for (int i = 0; i < 7 * 3; i++)
        {
            double[] chunk = new double[7 * 3];
            chunk[i] = value;
            double[] x = new double[chunk.Length];
            unnormaliser.InverseChunk(chunk, x);
            Assert.Equal([i], NotFinite(x));
            unnormaliser.ForwardChunk(chunk, x);
            Assert.Equal([i], NotFinite(x));
        }
    }

    [Fact]
    public void A_scheme_without_its_statistics_is_inert_and_says_so()
    {
        Normaliser inert = Specs.Score(LibraryArithmetic.OpenPi, [1], [2]) with { Scheme = NormalisationScheme.MinMax };
        Unnormaliser unnormaliser = new(inert, 1);
        double[] x = [0.3];
        unnormaliser.Inverse(x, 0, x);
        Assert.True(unnormaliser.IsInert);
        Assert.Equal(0.3, x[0]);
        Assert.False(new Unnormaliser(Specs.Identity, 1).IsInert);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        Unnormaliser unnormaliser = new(Specs.Identity, 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => unnormaliser.Inverse(new double[2], 0, new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => unnormaliser.InverseChunk(new double[7], new double[7]));
        Assert.Throws<ArgumentOutOfRangeException>(() => unnormaliser.ForwardChunk(new double[6], new double[9]));
        Assert.Throws<ArgumentOutOfRangeException>(() => unnormaliser.Inverse(new double[3], -1, new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Unnormaliser(Specs.Identity, 0));
    }

    private static int[] NotFinite(double[] numbers) => [.. Enumerable.Range(0, numbers.Length).Where(i => !double.IsFinite(numbers[i]))];

    private static Normaliser RandomRange(SeededRandom random, int channels, int timesteps, NormaliserArithmetic arithmetic)
    {
        double[] low = Specs.Normal(random, channels * timesteps);
        double[] high = [.. low.Select(value => value + random.NextDouble(0.1, 3))];
        return Specs.Range(arithmetic, low, high, timesteps);
    }

    private static void AssertChunkIsRows(Unnormaliser unnormaliser, double[] z, int rows, Func<int, int> timestep)
    {
        int width = unnormaliser.Channels;
        double[] chunk = new double[z.Length];
        double[] row = new double[width];
        unnormaliser.InverseChunk(z, chunk);
        for (int i = 0; i < rows; i++)
        {
            unnormaliser.Inverse(z.AsSpan(i * width, width), timestep(i), row);
            Assert.Equal(row, chunk[(i * width)..((i + 1) * width)]);
        }

        unnormaliser.ForwardChunk(z, chunk);
        for (int i = 0; i < rows; i++)
        {
            unnormaliser.Forward(z.AsSpan(i * width, width), timestep(i), row);
            Assert.Equal(row, chunk[(i * width)..((i + 1) * width)]);
        }
    }
}
