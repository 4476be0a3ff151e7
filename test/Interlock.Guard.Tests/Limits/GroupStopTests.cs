using Interlock.Core.Contract;
using Interlock.Guard.Channels;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Tests.Limits;

public sealed class GroupStopTests
{
    [Fact]
    public void A_group_that_would_speed_up_before_it_slows_down_is_refused()
    {
        (GroupStop stop, ReferenceState reference) = Group(maxJerk: 100);

        // At rest the limit on the change lets the motion grow once more before it shrinks: 0.09 → 0.1 + …
        reference.Advance([0.0, 0.0], [0.02, 0.0], [0.0, 0.0]);
        Assert.True(stop.Holds(reference, [0.02, 0.02]));

        reference.Advance([0.0, 0.0], [-0.3, 0.0], [0.0, 0.0]);
        Assert.False(stop.Holds(reference, [0.099, 0.0]));
    }

    [Fact]
    public void A_first_state_beyond_the_limit_is_refused()
    {
        (GroupStop stop, ReferenceState reference) = Group(maxJerk: 100);
        Assert.False(stop.Holds(reference, [0.08, 0.08]));
    }

    [Theory]
    [InlineData(ActionSpace.JointPosition, null, false)]
    [InlineData(ActionSpace.JointPosition, 100.0, true)]
    [InlineData(ActionSpace.EeDelta, null, false)]
    [InlineData(ActionSpace.EeDelta, 100.0, true)]
    public void It_is_needed_where_a_channel_cannot_change_its_motion_at_once(ActionSpace space, double? maxJerk, bool needed)
    {
        SafetyContract contract = Contract(space, maxJerk);
        ChannelLayout layout = new(contract);
        VectorSpeedLimit limit = new(contract.SpeedNorms[0], contract, layout);

        Assert.Equal(needed, GroupStop.IsNeeded(limit, EnvelopeBuilder.Build(contract, layout, mayReturn: false)));
    }

    private static (GroupStop Stop, ReferenceState Reference) Group(double maxJerk)
    {
        SafetyContract contract = Contract(ActionSpace.JointPosition, maxJerk);
        ChannelLayout layout = new(contract);
        VectorSpeedLimit limit = new(contract.SpeedNorms[0], contract, layout);
        return (new GroupStop(limit, EnvelopeBuilder.Build(contract, layout, mayReturn: false)), new ReferenceState(2));
    }

    private static SafetyContract Contract(ActionSpace space, double? maxJerk) =>
        Arms.Of([.. new[] { "x", "y" }.Select(name => Arms.Joint(name, null, null, null) with { MaxAcceleration = 50, MaxJerk = maxJerk })]) with
        {
            Space = space,
            SpeedNorms = [new SpeedNorm(["x", "y"], 1)],
        };
}
