using Interlock.Core.Randomness;
using Interlock.ExecSpec.Drift;

namespace Interlock.ExecSpec.Tests.Drift;

public sealed class ChannelMismatchTests
{
    private const int QuadraturePoints = 1_000_000;
    private const int RandomCases = 40;
    private const double Exact = 1e-9;

    public static TheoryData<double, double> GainsAndOffsets
    {
        get
        {
            SeededRandom random = new(20260603);
            TheoryData<double, double> cases = new() { { 1, 0 }, { 1, 0.4 }, { -1, 0 }, { 0.6, 0 }, { 0, 0.2 }, { -2.5, -0.7 }, { 1.3, 0.3 }, { 9.5, 1e-7 } };
            for (int i = 0; i < RandomCases; i++)
            {
                cases.Add(random.NextDouble(-3, 3), random.NextDouble(-2, 2));
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(GainsAndOffsets))]
    public void The_closed_forms_agree_with_quadrature(double gain, double offset)
    {
        ChannelMismatch mismatch = ChannelMismatch.Between((1, 0), (gain, offset));
        double absolute = 0, squares = 0, largest = 0;
        for (int i = 0; i < QuadraturePoints; i++)
        {
            double z = (((2 * i) + 1) / (double)QuadraturePoints) - 1;
            double difference = ((gain - 1) * z) + offset;
            absolute += Math.Abs(difference);
            squares += difference * difference;
            largest = Math.Max(largest, Math.Abs(difference));
        }

        Assert.Equal(absolute / QuadraturePoints, mismatch.MeanAbsolute, 1e-5);
        Assert.Equal(Math.Sqrt(squares / QuadraturePoints), mismatch.Rms, 1e-5);
        Assert.Equal(largest, mismatch.Worst, 1e-5);
    }

    [Theory]
    [MemberData(nameof(GainsAndOffsets))]
    public void Worst_case_is_at_least_RMS_is_at_least_mean_absolute(double gain, double offset)
    {
        ChannelMismatch mismatch = ChannelMismatch.Between((0.3, -0.1), (0.3 * gain, 0.3 * offset));

        Assert.InRange(mismatch.Rms, mismatch.MeanAbsolute - Exact, mismatch.Worst + Exact);
    }

    [Fact]
    public void A_map_against_itself_changes_nothing()
    {
        ChannelMismatch mismatch = ChannelMismatch.Between((0.37, -0.2), (0.37, -0.2));

        Assert.Equal((1, 0, 0), (mismatch.Gain, mismatch.Offset, mismatch.HalfRangeOffset));
        Assert.Equal(0, mismatch.Worst);
    }

    [Fact]
    public void There_and_back_is_the_identity_and_two_steps_are_one()
    {
        SeededRandom random = new(7);
        for (int i = 0; i < 2000; i++)
        {
            (double, double) a = RandomMap(random), b = RandomMap(random), c = RandomMap(random);
            ChannelMismatch ab = ChannelMismatch.Between(a, b);

            AssertSame(ChannelMismatch.Between(a, a), ab.Then(ChannelMismatch.Between(b, a)));
            AssertSame(ChannelMismatch.Between(a, c), ab.Then(ChannelMismatch.Between(b, c)));
        }
    }

    [Fact]
    public void The_transform_takes_every_certified_command_to_the_one_that_is_executed()
    {
        SeededRandom random = new(8);
        for (int i = 0; i < 2000; i++)
        {
            (double Scale, double Offset) a = RandomMap(random), b = RandomMap(random);
            double z = random.NextDouble(-1.5, 1.5);

            double executed = ChannelMismatch.Between(a, b).Apply((a.Scale * z) + a.Offset);

            Assert.Equal((b.Scale * z) + b.Offset, executed, Exact);
        }
    }

    [Fact]
    public void The_demonstration_weighted_value_is_the_RMS_over_any_distribution_with_that_mean_and_deviation()
    {
        ChannelMismatch mismatch = ChannelMismatch.Between((0.5, 0.1), (0.4, -0.3));
        double[] z = [-0.8, -0.1, 0.2, 0.25, 0.9];
        double mean = z.Average();
        double std = Math.Sqrt(z.Average(value => (value - mean) * (value - mean)));

        double direct = Math.Sqrt(z.Average(value => Math.Pow((mismatch.GainError * value) + mismatch.HalfRangeOffset, 2)));

        Assert.Equal(direct, mismatch.RmsOver(mean, std), Exact);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(0, 0, 0.1, 0, double.PositiveInfinity)]
    [InlineData(0, 0, 0, 0.1, double.PositiveInfinity)]
    [InlineData(0, 2, 0, 2, 0)]
    [InlineData(0, 2, 0, 2.01, 0.005)]
    [InlineData(5e-9, -2, 0.1, -2, 0.05)]
    public void A_constant_certified_channel_is_measured_against_its_constant(double scaleA, double offsetA, double scaleB, double offsetB, double worst)
    {
        ChannelMismatch mismatch = ChannelMismatch.Between((scaleA, offsetA), (scaleB, offsetB));

        Assert.Equal(Comparability.ConstantInCertified, mismatch.Comparability);
        Assert.Equal(worst, mismatch.Worst, 1e-7);
        Assert.Equal(offsetB - offsetA, mismatch.Offset, Exact);
    }

    [Theory]
    [InlineData(double.NaN, 0, 1, 0)]
    [InlineData(1, double.NaN, 1, 0)]
    [InlineData(1, 0, double.NaN, 0)]
    [InlineData(1, 0, 1, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, 0, 1, 0)]
    [InlineData(1e-5, 1, 1e308, 0)]
    public void Statistics_that_are_not_finite_differ_without_bound(double scaleA, double offsetA, double scaleB, double offsetB)
    {
        ChannelMismatch mismatch = ChannelMismatch.Between((scaleA, offsetA), (scaleB, offsetB));

        Assert.Equal(Comparability.NotFinite, mismatch.Comparability);
        Assert.Equal(double.PositiveInfinity, mismatch.MeanAbsolute);
        Assert.Equal(double.PositiveInfinity, mismatch.Rms);
        Assert.Equal(double.PositiveInfinity, mismatch.Worst);
    }

    private static (double Scale, double Offset) RandomMap(SeededRandom random)
    {
        double scale = random.NextDouble(0.05, 2);
        return (random.NextInt(2) == 0 ? scale : -scale, random.NextDouble(-1, 1));
    }

    private static void AssertSame(ChannelMismatch expected, ChannelMismatch actual)
    {
        Assert.Equal(expected.Gain, actual.Gain, Exact);
        Assert.Equal(expected.Offset, actual.Offset, Exact);
        Assert.Equal(expected.GainError, actual.GainError, Exact);
        Assert.Equal(expected.HalfRangeOffset, actual.HalfRangeOffset, Exact);
    }
}
