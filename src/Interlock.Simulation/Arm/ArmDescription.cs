using Interlock.Core.Units;
using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Arm;

/// <summary>A serial arm with a gripper at its end. Commands and states list the joints in order, then the gripper.</summary>
public sealed record ArmDescription
{
    /// <summary>Name of the robot type.</summary>
    public required string Name { get; init; }

    /// <summary>The joints from base to tool.</summary>
    public required IReadOnlyList<JointDescription> Joints { get; init; }

    /// <summary>The gripper.</summary>
    public required GripperDescription Gripper { get; init; }

    /// <summary>Point between the fingertips in the frame of the last joint, in metres.</summary>
    public required Vector3d ToolOffsetM { get; init; }

    /// <summary>Number of joints, without the gripper.</summary>
    public int JointCount => Joints.Count;

    /// <summary>Number of channels of a command or a state: joints and gripper.</summary>
    public int ChannelCount => Joints.Count + 1;

    /// <summary>Channel names in command order.</summary>
    public IReadOnlyList<string> ChannelNames => [.. Joints.Select(joint => joint.Name), Gripper.Name];

    /// <summary>Channel units in command order: radians, then metres for the gripper.</summary>
    public IReadOnlyList<ChannelUnit> ChannelUnits => [.. Joints.Select(_ => ChannelUnit.Radian), ChannelUnit.Metre];
}
