using Interlock.Core.Contract;
using Interlock.Runtime.Journal;

namespace Interlock.Runtime.Tests.Journal;

public sealed class CommandMarginTests
{
    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(0.9, 0, 0.05)]
    [InlineData(0, 4, 0)]
    [InlineData(-1.5, 2, -0.25)]
    public void The_nearest_bound_counts_as_a_share_of_its_span(double first, double second, double margin) =>
        Assert.Equal(margin, Margin(ActionReference.Absolute).Of([first, second]) ?? double.NaN, 1e-12);

    [Fact]
    public void A_command_that_is_no_number_is_no_comfort() => Assert.Equal(double.NaN, Margin(ActionReference.Absolute).Of([0, double.NaN]));

    [Fact]
    public void Without_a_command_or_for_relative_ones_there_is_none()
    {
        Assert.Null(Margin(ActionReference.Absolute).Of([]));
        Assert.Null(Margin(ActionReference.DeltaStep).Of([0, 0]));
    }

    [Fact]
    public void A_contract_without_bounds_has_none() =>
        Assert.Null(new CommandMargin(new SafetyContract { Name = "free", Space = ActionSpace.JointPosition, Channels = [new ChannelContract { Name = "j", Min = 0 }] }).Of([1]));

    private static CommandMargin Margin(ActionReference reference) => new(new SafetyContract
    {
        Name = "two",
        Space = ActionSpace.JointPosition,
        Reference = reference,
        Channels =
        [
            new ChannelContract { Name = "a", Min = -1, Max = 1 },
            new ChannelContract { Name = "b", Min = -4, Max = 4 },
        ],
    });
}
