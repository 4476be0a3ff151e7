using Interlock.ExecSpec.Comparison;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Files;
using Interlock.ExecSpec.Tests.Specification;

namespace Interlock.ExecSpec.Tests.Comparison;

public sealed class SpecDiffTests
{
    private static readonly ExecutableSpec Cell = SpecText.Read(SpecText.Valid).Spec!;

    [Fact]
    public void Every_field_that_changes_is_a_difference_with_two_different_values()
    {
        ExecutableSpec full = RandomSpec.Full();
        foreach ((string path, ExecutableSpec changed) in FieldMutations.Of(full))
        {
            IReadOnlyList<SpecDifference> there = SpecDiff.Between(full, changed);
            Assert.True(there.Count > 0, path);
            Assert.All(there, item => Assert.NotEqual(item.Before, item.After));
            Assert.Equal(there.Count, SpecDiff.Between(changed, full).Count);
        }
    }

    [Fact]
    public void There_is_no_difference_exactly_between_equal_specifications()
    {
        for (ulong seed = 0; seed < 500; seed++)
        {
            ExecutableSpec spec = RandomSpec.Of(seed);
            Assert.Empty(SpecDiff.Between(spec, RandomSpec.Of(seed)));
            ExecutableSpec other = RandomSpec.Of(seed + 1);
            Assert.Equal(SpecEquality.AreEqual(spec, other), SpecDiff.Between(spec, other).Count == 0);
        }
    }

    [Fact]
    public void Values_are_shown_with_their_unit()
    {
        ExecutableSpec faster = Cell with { Action = Cell.Action with { RateHz = 30 } };
        Assert.Equal("action.rate_hz: 20 Hz → 30 Hz", $"{SpecDiff.Between(Cell, faster).Single()}");
    }

    [Fact]
    public void Statistics_are_one_difference_per_channel()
    {
        ActionStatistics statistics = Cell.Unnormaliser.Statistics! with { Min = [-0.25, 0], Max = [1.00000001, 2] };
        ExecutableSpec other = Cell with { Unnormaliser = Cell.Unnormaliser with { Statistics = statistics } };
        Assert.Equal(
            ["unnormaliser.statistics[x]: min -0.5, max 1 → min -0.25, max 1.00000001", "unnormaliser.statistics[grip]: max 1 → max 2"],
            SpecDiff.Between(Cell, other).Select(item => $"{item}"));
    }

    [Fact]
    public void Channels_are_matched_by_name_and_their_order_counts()
    {
        ExecutableSpec swapped = Cell with { Action = Cell.Action with { Channels = [.. Cell.Action.Channels.Reverse()] } };
        Assert.Equal("action.channels (order): [x, grip] → [grip, x]", $"{SpecDiff.Between(Cell, swapped).Single()}");
    }

    [Fact]
    public void A_group_that_only_one_has_is_one_difference() =>
        Assert.Equal("gripper: present → absent", $"{SpecDiff.Between(Cell, Cell with { Gripper = null }).Single()}");
}
