using Interlock.Guard.Limits;

namespace Interlock.Guard.Tests.Limits;

public sealed class PathScalingTests
{
    private static readonly ChannelEnvelope Joint = Envelopes.Free with { MaxMotion = 1 };

    [Fact]
    public void The_channel_with_the_least_reach_sets_the_share() =>
        Assert.Equal(0.25, PathScaling.LargestShare([0.4, -0.4], [-1, -0.1], [1, 1], [Joint, Joint]));

    [Fact]
    public void A_path_inside_every_range_is_left_alone() =>
        Assert.Equal(1, PathScaling.LargestShare([0.4, -0.1], [-1, -0.1], [1, 1], [Joint, Joint]));

    [Fact]
    public void A_gripper_is_not_part_of_the_path() =>
        Assert.Equal(1, PathScaling.LargestShare([0.4, 90], [-1, 0], [1, 1], [Joint, Joint with { IsGripper = true }]));

    [Fact]
    public void A_channel_that_has_to_move_the_other_way_stops_the_path_and_never_reverses_it() =>
        Assert.Equal(0, PathScaling.LargestShare([0.4, 0.2], [-1, -1], [1, -0.3], [Joint, Joint]));

    [Fact]
    public void An_endless_wish_leaves_a_share_that_is_a_number() =>
        Assert.InRange(PathScaling.LargestShare([double.MaxValue, 0.1], [-1, -1], [1, 1], [Joint, Joint]), 0, 1e-300);

    [Fact]
    public void A_rounding_error_does_not_stop_the_path() =>
        Assert.Equal(1, PathScaling.LargestShare([double.Epsilon, 0.1], [-1, -1], [0, 1], [Joint, Joint]));
}
