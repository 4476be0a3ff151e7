using System.Net;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;
using Interlock.Runtime.Proxies;

namespace Interlock.Runtime.Tests.Proxies.Guarding.Normalised;

public sealed class WritableRulesTests
{
    private static readonly ExecutableSpec Good = NormalisedArm.Spec(NormalisedArm.Range());

    private static readonly GripperMapping Decided = new()
    {
        Channel = "grip",
        PolicyOpen = 1,
        PolicyClosed = 0,
        Threshold = 0.5,
        ControllerOpen = 1,
        ControllerClosed = 0,
    };

    [Fact]
    public void A_channel_without_a_range_is_named()
    {
        Normaliser flat = Good.Unnormaliser with { Statistics = Good.Unnormaliser.Statistics! with { Min = [0, 5, -71], Max = [1, 5, 63] } };
        AssertRefused(NormalisedArm.Options(Good with { Unnormaliser = flat }), "RT231", "`b`");
    }

    [Fact]
    public void A_composed_rotation_is_named()
    {
        ExecutableSpec turning = new()
        {
            Name = "turning",
            Action = new ActionSpec
            {
                Reference = ActionReference.DeltaStep,
                Channels = [.. new[] { "rx", "ry", "rz" }.Select(name => new ActionChannel { Name = name, Role = ChannelRole.Orientation })],
                Rotations = [new RotationGroup(RotationForm.AxisAngle, ["rx", "ry", "rz"]) { Composition = RotationComposition.FixedFrame }],
            },
            Unnormaliser = new Normaliser { Key = "none", Scheme = NormalisationScheme.Identity },
            Controller = new ControllerSpec { Reference = ActionReference.Absolute },
        };
        SafetyContract contract = NormalisedArm.Contract with
        {
            Channels = [.. new[] { "rx", "ry", "rz" }.Select(name => new ChannelContract { Name = name, Min = -1, Max = 1 })],
        };
        AssertRefused(NormalisedArm.Options(turning) with { Contract = contract }, "RT231", "`rx`, `ry`, `rz`");
    }

    [Fact]
    public void A_decided_gripper_has_no_rate_and_no_bound_between_open_and_closed()
    {
        ProxyOptions options = NormalisedArm.Options(Good with { Gripper = Decided });
        new ProxyServer(options, TimeProvider.System).Dispose();
        AssertRefused(WithGrip(options, grip => grip with { MaxStep = 0.1 }), "RT231", "`grip`");
        AssertRefused(WithGrip(options, grip => grip with { Max = 0.8 }), "RT231", "`grip`");
        AssertRefused(options with { Spec = Good with { Gripper = Decided with { Threshold = null, ControllerOpen = 0 } } }, "RT231", "`grip`");
    }

    [Fact]
    public void The_same_specification_does_where_the_replies_are_commands() =>
        new ProxyServer(WithGrip(NormalisedArm.Options(Good with { Gripper = Decided }, ReplyNumbers.Commands), grip => grip with { MaxStep = 0.1 }), TimeProvider.System).Dispose();

    [Fact]
    public void Channels_of_another_robot_and_replies_without_meaning_are_refused()
    {
        ProxyOptions options = NormalisedArm.Options(Good);
        AssertRefused(options with { Contract = options.Contract with { Channels = [.. options.Contract.Channels.Select(c => c with { Name = c.Name + "2" })] } }, "RT141", "`a2`");
        AssertRefused(options with { Spec = null }, "RT230", "normalised");
    }

    private static ProxyOptions WithGrip(ProxyOptions options, Func<ChannelContract, ChannelContract> change) => options with
    {
        Contract = options.Contract with { Channels = [.. options.Contract.Channels.Select(channel => channel.Name == "grip" ? change(channel) : channel)] },
    };

    private static void AssertRefused(ProxyOptions options, string code, string word)
    {
        Diagnostic finding = Assert.Throws<DiagnosticException>(() => new ProxyServer(options, TimeProvider.System)).Diagnostics[0];
        Assert.Equal(code, finding.Code);
        Assert.Contains(word, finding.Message, StringComparison.Ordinal);
    }
}
