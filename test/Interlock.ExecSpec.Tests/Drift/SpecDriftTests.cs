using Interlock.Core.Contract;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Drift;

public sealed class SpecDriftTests
{
    private static readonly Normaliser Goal = LiberoSpecs.Printed["libero_goal"];
    private static readonly Normaliser Spatial = LiberoSpecs.Printed["libero_spatial"];

    [Fact]
    public void The_order_of_channels_does_not_matter()
    {
        int[] order = [4, 0, 6, 2, 5, 1, 3];
        SpecDrift plain = SpecDrift.Between(LiberoSpecs.Spec(Goal), Spatial);
        ExecutableSpec spec = LiberoSpecs.Spec(Permuted(Goal, order));
        spec = spec with { Action = spec.Action with { Channels = [.. order.Select(place => LiberoSpecs.Spec(Goal).Action.Channels[place])] } };

        SpecDrift permuted = SpecDrift.Between(spec, Permuted(Spatial, order));

        Assert.Equal(plain.MeanAbsolute, permuted.MeanAbsolute, 1e-12);
        Assert.Equal(plain.Null.MmPerS!.Value, permuted.Null.MmPerS!.Value, 1e-9);
        Assert.Equal(order.Select(place => plain.Channels[place].Worst), permuted.Channels.Select(channel => channel.Worst));
        Assert.Equal("yaw", permuted.MaxChannel.Channel.Name);
    }

    [Fact]
    public void A_gripper_takes_no_part_in_aggregates_but_decides_the_rounding()
    {
        Normaliser flipped = Goal with { Mask = [true, true, true, true, true, true, true] };

        SpecDrift drift = SpecDrift.Between(LiberoSpecs.Spec(Goal), flipped);

        Assert.Equal(0, drift.MeanAbsolute);
        Assert.Equal(StorageRounding.Different, drift.Rounding);
    }

    [Fact]
    public void Without_mean_and_std_the_demonstration_weighted_value_is_not_known()
    {
        Normaliser bare = Goal with { Statistics = Goal.Statistics! with { Std = null } };

        Assert.Null(SpecDrift.Between(LiberoSpecs.Spec(bare), Spatial).DemoRms);
    }

    [Fact]
    public void An_entry_without_statistics_decodes_as_identity()
    {
        SpecDrift inert = SpecDrift.Between(LiberoSpecs.Spec(Goal), Spatial with { Statistics = null });
        SpecDrift identity = SpecDrift.Between(LiberoSpecs.Spec(Goal), Spatial with { Scheme = NormalisationScheme.Identity });

        Assert.Equal(identity.MeanAbsolute, inert.MeanAbsolute);
        Assert.True(inert.MeanAbsolute > 0.9);
    }

    [Fact]
    public void One_number_that_is_not_finite_makes_the_whole_difference_unbounded()
    {
        double[] low = [.. Spatial.Statistics!.Quantiles[0].Values];
        low[3] = double.NaN;
        Normaliser broken = Spatial with { Statistics = Spatial.Statistics with { Quantiles = [new(0.01, low), Spatial.Statistics.Quantiles[1]] } };

        SpecDrift drift = SpecDrift.Between(LiberoSpecs.Spec(Goal), broken);

        Assert.Equal((double.PositiveInfinity, "roll"), (drift.MeanAbsolute, drift.MaxChannel.Channel.Name));
        Assert.Equal(StorageRounding.Different, drift.Rounding);
        Assert.NotNull(drift.Null.MmPerS);
        Assert.Equal((null, NullMotionGaps.FiniteStatistics), (drift.Null.RadPerS, drift.Null.Missing));
    }

    [Fact]
    public void Commands_outside_the_demonstrated_range_are_counted()
    {
        ExecutableSpec spec = LiberoSpecs.Spec(WithRange(Goal, 1));
        Normaliser twice = WithRange(Goal, 2) with { Scheme = NormalisationScheme.MinMax };

        SpecDrift drift = SpecDrift.Between(spec, twice);

        Assert.All(drift.Channels.Take(6), channel => Assert.Equal(0.5, channel.OutsideRange!.Value, 1e-8));
        Assert.Equal(1 - Math.Pow(0.5, 6), drift.OutsideRange!.Value, 1e-8);
    }

    [Fact]
    public void Without_demonstrated_extremes_visibility_is_not_known() =>
        Assert.Null(SpecDrift.Between(LiberoSpecs.Spec(Goal), Spatial).OutsideRange);

    [Fact]
    public void A_specification_of_a_gripper_alone_still_has_a_drift()
    {
        ExecutableSpec spec = LiberoSpecs.Spec(Goal);
        spec = spec with { Action = spec.Action with { Channels = [new ActionChannel { Name = "jaw", Role = ChannelRole.Gripper }] } };

        Assert.True(SpecDrift.Between(spec, Spatial).MeanAbsolute > 0);
    }

    private static Normaliser WithRange(Normaliser entry, double reach) => entry with
    {
        Statistics = entry.Statistics! with { Min = [.. Enumerable.Repeat(-reach, 7)], Max = [.. Enumerable.Repeat(reach, 7)] },
    };

    private static Normaliser Permuted(Normaliser entry, int[] order)
    {
        ActionStatistics table = entry.Statistics!;
        double[] Row(IReadOnlyList<double> row) => [.. order.Select(place => row[place])];
        return entry with
        {
            Mask = [.. order.Select(place => entry.Mask![place])],
            Statistics = table with
            {
                Mean = Row(table.Mean!),
                Std = Row(table.Std!),
                Quantiles = [.. table.Quantiles.Select(quantile => new QuantileRow(quantile.Level, Row(quantile.Values)))],
            },
        };
    }
}
