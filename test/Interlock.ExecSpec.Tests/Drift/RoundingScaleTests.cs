using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Drift;

public sealed class RoundingScaleTests
{
    [Theory]
    [InlineData(0, StorageRounding.Equal)]
    [InlineData(1e-6, StorageRounding.Equal)]
    [InlineData(1.1e-6, StorageRounding.Storage)]
    [InlineData(5e-4, StorageRounding.Storage)]
    [InlineData(5.1e-4, StorageRounding.Bfloat16)]
    [InlineData(5e-3, StorageRounding.Bfloat16)]
    [InlineData(5.1e-3, StorageRounding.Different)]
    [InlineData(double.PositiveInfinity, StorageRounding.Different)]
    [InlineData(double.NaN, StorageRounding.Different)]
    public void A_difference_is_sorted_by_what_could_have_caused_it(double worst, StorageRounding expected) =>
        Assert.Equal(expected, RoundingScale.Of(worst));

    [Fact]
    public void Really_rounded_statistics_fall_into_the_class_of_their_format()
    {
        Assert.Equal(StorageRounding.Equal, RoundingScale.Of(WorstOf(RoundedStatistics.Float32)));
        Assert.Equal(4.7e-4, WorstOf(RoundedStatistics.Float16), 0.05e-4);
        Assert.Equal(StorageRounding.Storage, RoundingScale.Of(WorstOf(RoundedStatistics.Float16)));
        Assert.Equal(3.8e-3, WorstOf(RoundedStatistics.BFloat16), 0.05e-3);
        Assert.Equal(StorageRounding.Bfloat16, RoundingScale.Of(WorstOf(RoundedStatistics.BFloat16)));
    }

    private static double WorstOf(Func<double, double> format) => LiberoSpecs.Printed.Values.Max(entry =>
        SpecDrift.Between(LiberoSpecs.Spec(entry), RoundedStatistics.Through(entry, format)).Channels.Max(channel => channel.Worst));
}
