using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Decoding;

/// <summary>Numbers worked out by hand from each library's formulas. Range [−0.5, 1.5], mean 0.25, deviation 0.5; a second channel never moved from 3.</summary>
public sealed class LibraryRulesTests
{
    private const double Exact = 1e-15;

    [Theory]
    [InlineData("openvla", 0.5, 1.0)]
    [InlineData("openvla", 1.3, 1.8)]
    [InlineData("oft", 0.5, 1.0000000075)]
    [InlineData("oft", -1.3, -0.8000000015)]
    [InlineData("openpi", 0.5, 1.00000075)]
    [InlineData("openpi", 1.3, 1.80000115)]
    [InlineData("lerobot", 0.5, 1.0)]
    [InlineData("lerobot", 1.3, 1.8)]
    [InlineData("legacy", 0.5, 1.0)]
    [InlineData("groot", 1.3, 1.8)]
    [InlineData("groot_processor", 0.5, 1.0)]
    [InlineData("groot_processor", 1.3, 1.5)]
    [InlineData("groot_processor", -7.0, -0.5)]
    public void A_range_decodes_as_the_library_does(string library, double z, double x) =>
        Assert.Equal(x, InverseOf(RangeOf(library), z, 0), Exact);

    [Theory]
    [InlineData("openvla", 1.0, (2 * 1.5 / 2.00000001) - 1)]
    [InlineData("openvla", 10.0, 1)]
    [InlineData("openvla", -10.0, -1)]
    [InlineData("oft", 1.0, (2 * 1.5 / 2.00000001) - 1)]
    [InlineData("openpi", 1.0, (1.5 / 2.000001 * 2) - 1)]
    [InlineData("openpi", 5.5, (6 / 2.000001 * 2) - 1)]
    [InlineData("lerobot", 1.0, 0.5)]
    [InlineData("lerobot", 5.5, 5)]
    [InlineData("legacy", 1.0, (1.5 / 2.00000001 * 2) - 1)]
    [InlineData("groot", 5.5, 5)]
    [InlineData("groot_processor", 5.5, 1)]
    public void A_range_normalises_as_the_library_does(string library, double x, double z) =>
        Assert.Equal(z, ForwardOf(RangeOf(library), x, 0), 4 * Exact);

    [Theory]
    [InlineData("openvla", 3.0, 0, 3)]
    [InlineData("openvla", 3.1, 0, 3)]
    [InlineData("oft", 3.1, 0, 3 + 5e-9)]
    [InlineData("openpi", 3.0, -1, 3)]
    [InlineData("lerobot", 3.0, -1, 3)]
    [InlineData("lerobot", 3.0 + (1.0 / (1 << 27)), (2e8 / (1 << 27)) - 1, 3 + (1.0 / (1 << 27)))]
    [InlineData("legacy", 3.0, -1, 3)]
    [InlineData("legacy", 3.0 + (1.0 / (1 << 27)), (2e8 / (1 << 27)) - 1, 3)]
    [InlineData("groot", 3.1, 0, 3)]
    public void A_channel_that_never_moved_becomes_what_the_library_makes_of_it(string library, double x, double z, double back)
    {
        Assert.Equal(z, ForwardOf(RangeOf(library), x, 1), Exact);
        Assert.Equal(back, InverseOf(RangeOf(library), z, 1), Exact);
    }

    [Theory]
    [InlineData("openvla", 1.25, 1 / 0.50000001, 1.25)]
    [InlineData("openpi", 1.25, 1 / 0.500001, 1.250002)]
    [InlineData("lerobot", 1.25, 1 / 0.50000001, 1.25)]
    [InlineData("legacy", 1.25, 1 / 0.50000001, 1.25)]
    [InlineData("groot", 1.25, 2, 1.25)]
    public void A_standard_score_has_the_librarys_epsilon_on_each_side(string library, double x, double forward, double inverseOfTwo)
    {
        Unnormaliser score = new(Specs.Score(ArithmeticOf(library, NormalisationScheme.MeanStd), [0.25], [0.5]), 1);
        double[] number = [x];
        score.Forward(number, 0, number);
        Assert.Equal(library == "openvla" ? 1 : forward, number[0], Exact);
        score.Inverse([2], 0, number);
        Assert.Equal(inverseOfTwo, number[0], Exact);
    }

    [Fact]
    public void A_groot_score_without_deviation_passes_unchanged_in_training()
    {
        Unnormaliser score = new(Specs.Score(LibraryArithmetic.Groot, [0.25], [0]), 1);
        double[] number = [0.75];
        score.Forward(number, 0, number);
        Assert.Equal(0.75, number[0]);
        score.Inverse(number, 0, number);
        Assert.Equal(0.25, number[0]);
    }

    [Fact]
    public void OpenVla_zeroes_what_never_moved_in_the_whole_data_set_masked_out_or_not_and_not_what_has_no_range_between_quantiles()
    {
        Normaliser normaliser = Specs.Quantile(LibraryArithmetic.OpenVla, [0, 0, 0], [0, 1, 1]);
        normaliser = normaliser with
        {
            Mask = [true, false, false],
            Statistics = normaliser.Statistics! with { Min = [-1, 0.5, 0], Max = [1, 0.5, 1] },
        };
        double[] z = new double[3];
        new Unnormaliser(normaliser, 3).Forward([0.25, 0.5, 0.7], 0, z);
        Assert.Equal([1, 0, 0.7], z);
    }

    [Fact]
    public void An_epsilon_from_a_configuration_is_used()
    {
        Unnormaliser range = new(Specs.Range(LibraryArithmetic.LeRobot(NormalisationScheme.MinMax, 0.5), [3], [3]), 1);
        Assert.Equal(3.5, InverseOf(range, 1, 0));
    }

    private static NormaliserArithmetic ArithmeticOf(string library, NormalisationScheme scheme) => library switch
    {
        "openvla" => LibraryArithmetic.OpenVla,
        "oft" => LibraryArithmetic.OpenVlaOft,
        "openpi" => LibraryArithmetic.OpenPi,
        "lerobot" => LibraryArithmetic.LeRobot(scheme),
        "legacy" => LibraryArithmetic.LegacyLeRobot,
        "groot" => LibraryArithmetic.Groot,
        _ => LibraryArithmetic.GrootProcessor(scheme),
    };

    private static Unnormaliser RangeOf(string library) =>
        new(Specs.Range(ArithmeticOf(library, NormalisationScheme.MinMax), [-0.5, 3], [1.5, 3]), 2);

    private static double InverseOf(Unnormaliser unnormaliser, double z, int channel)
    {
        double[] numbers = new double[unnormaliser.Channels];
        numbers[channel] = z;
        unnormaliser.Inverse(numbers, 0, numbers);
        return numbers[channel];
    }

    private static double ForwardOf(Unnormaliser unnormaliser, double x, int channel)
    {
        double[] numbers = new double[unnormaliser.Channels];
        numbers[channel] = x;
        unnormaliser.Forward(numbers, 0, numbers);
        return numbers[channel];
    }
}
