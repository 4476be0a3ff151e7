using FsCheck;
using FsCheck.Fluent;
using Interlock.Core.Statistics;
using Interlock.Guard.Calibration.Numerics;

namespace Interlock.Guard.Tests.Calibration.Numerics;

public class LeftOutPercentileTests
{
    [Fact]
    public void It_equals_the_percentile_of_what_is_left() =>
        Prop.ForAll<NonEmptyArray<byte>, PositiveInt>((values, split) =>
        {
            double[] all = [.. values.Get.Select(value => (double)value)];
            double[] leftOut = [.. all.Take(split.Get % all.Length).OrderDescending()];
            double[] left = [.. all.Skip(leftOut.Length).Order()];
            double expected = Quantile.Linear(left, 0.9);
            double? found = new LeftOutPercentile([.. all.OrderDescending()], all.Length).Of(leftOut, leftOut.Length, 90);
            return Math.Abs(found!.Value - expected) <= 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Values_that_do_not_reach_far_enough_give_no_percentile()
    {
        LeftOutPercentile ofTopThree = new([9, 8, 7], 10);
        Assert.Equal(6.75, new LeftOutPercentile([9, 8, 7, 6, 5, 4, 3, 2, 1, 0], 10).Of([9], 1, 84.375)!.Value, 1e-12);
        Assert.Null(ofTopThree.Of([9, 8], 2, 80));
        Assert.Null(new LeftOutPercentile([], 0).Of([], 0, 99));
    }
}
