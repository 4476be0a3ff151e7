using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Tests.Monitors;

/// <summary>Channel layouts for the tests of the monitors.</summary>
internal static class Layouts
{
    public static ChannelLayout Joints(int count, double? rateHz = null) => Of(
        new SafetyContract { Name = "test", RateHz = rateHz, Channels = [.. Enumerable.Range(0, count).Select(Joint)] });

    /// <summary>Joints and, last, a gripper.</summary>
    public static ChannelLayout Arm(int joints) => Of(
        new SafetyContract { Name = "test", Channels = [.. Enumerable.Range(0, joints).Select(Joint), Gripper] });

    public static ChannelLayout GripperOnly() => Of(new SafetyContract { Name = "test", Channels = [Gripper] });

    /// <summary>Continuous joints in degrees.</summary>
    public static ChannelLayout Continuous(int count) => Of(new SafetyContract
    {
        Name = "test",
        Channels = [.. Enumerable.Range(0, count).Select(index => Joint(index) with { Continuous = true, Unit = ChannelUnit.Degree })],
    });

    public static ChannelLayout Velocities(int count, double rateHz) => Of(new SafetyContract
    {
        Name = "test",
        RateHz = rateHz,
        Space = ActionSpace.JointVelocity,
        Channels = [.. Enumerable.Range(0, count).Select(Joint)],
    });

    public static ChannelLanes Lanes(int joints) => new(Joints(joints));

    private static ChannelContract Gripper { get; } = new() { Name = "gripper", Role = ChannelRole.Gripper };

    private static ChannelLayout Of(SafetyContract contract) => new(contract);

    private static ChannelContract Joint(int index) => new() { Name = $"joint_{index}" };
}
