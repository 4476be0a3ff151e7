using Interlock.Core.Contract;
using Interlock.Guard.Channels;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Tests.Limits;

public sealed class EnvelopeBuilderTests
{
    private static ChannelEnvelope Of(ActionSpace space, ChannelContract channel, params SpeedNorm[] norms)
    {
        SafetyContract contract = Arms.Of(channel, Arms.Joint("other")) with { Space = space, SpeedNorms = norms };
        return EnvelopeBuilder.Build(contract, new ChannelLayout(contract), mayReturn: false)[0];
    }

    [Fact]
    public void Limits_per_second_become_limits_per_step()
    {
        ChannelEnvelope envelope = Of(
            ActionSpace.JointPosition, Arms.Joint(maxStep: null) with { MaxVelocity = 2, MaxAcceleration = 30, MaxJerk = 400 });

        Assert.Equal((0.2, 0.3, 0.4), (Round(envelope.MaxMotion), Round(envelope.MaxMotionChange), Round(envelope.MaxMotionJerk)));
    }

    [Fact]
    public void On_commanded_velocities_every_limit_moves_up_one_order()
    {
        ChannelEnvelope envelope = Of(
            ActionSpace.JointVelocity, Arms.Joint(min: null, max: null, maxStep: null) with { MaxVelocity = 2, MaxAcceleration = 30, MaxJerk = 400 });

        Assert.Equal((-2, 2, 3, 4), (Round(envelope.Low), Round(envelope.High), Round(envelope.MaxMotion), Round(envelope.MaxMotionChange)));
    }

    [Fact]
    public void On_displacements_a_speed_limits_the_displacement_of_a_step()
    {
        ChannelEnvelope envelope = Of(ActionSpace.EeDelta, Arms.Joint(maxStep: null) with { MaxVelocity = 2, MaxAcceleration = 30 });

        Assert.Equal((-0.2, 0.2, 0.3), (Round(envelope.Low), Round(envelope.High), Round(envelope.MaxMotion)));
    }

    [Fact]
    public void Zero_is_always_among_the_rates()
    {
        ChannelEnvelope envelope = Of(ActionSpace.EeDelta, Arms.Joint(min: 0.5, max: 0.9, maxStep: 0.1));

        Assert.Equal((0, 0.1), (envelope.Low, envelope.High));
    }

    [Fact]
    public void A_channel_outside_its_bounds_returns_inside_every_limit_it_has()
    {
        ChannelContract channel = Arms.Joint(maxStep: 5) with { MaxAcceleration = 400, MaxJerk = 6000 };

        Assert.Equal(3, Of(ActionSpace.JointPosition, channel).MaxReturnMotion, 12);
        Assert.Equal(0.1 / Math.Sqrt(2), Of(ActionSpace.JointPosition, channel, new SpeedNorm(["j", "other"], 1)).MaxReturnMotion, 12);
    }

    private static double Round(double value) => Math.Round(value, 12);
}
