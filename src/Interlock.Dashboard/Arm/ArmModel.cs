using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Arm;

/// <summary>The robot's links as a page draws them: each hangs on its parent by a joint.</summary>
/// <param name="Links">Parents before their children.</param>
/// <param name="Note">What the picture leaves out; null for nothing.</param>
internal sealed record ArmModel(IReadOnlyList<ArmLink> Links, string? Note)
{
    /// <summary>Largest description that is read; the largest published ones have a few hundred kilobytes without meshes.</summary>
    private const long LargestBytes = 4 << 20;

    /// <summary>From the recording's <c>*.urdf</c>; null without one, or when it is no tree of links.</summary>
    public static ArmModel? Of(EpisodeView view) =>
        view.Attachments.FirstOrDefault(file => file.Name.EndsWith(".urdf", StringComparison.OrdinalIgnoreCase)) is { } file
        && view.Attachment(file.Name, LargestBytes) is { } urdf
            ? UrdfTree.Read(urdf.Data, view.Layout.Channels, [.. view.Layout.Units.Select(unit => unit.Symbol)]) : null;
}

internal sealed record ArmLink(string Name, string? Parent, ArmJoint? Joint);

/// <param name="Name">Of the joint.</param>
/// <param name="Channel">The channel that moves it; null when none does.</param>
/// <param name="Type">revolute, continuous, prismatic or fixed.</param>
/// <param name="Axis">Unit vector in the joint's frame.</param>
/// <param name="Origin">Where it sits in its parent.</param>
/// <param name="Unit">Unit of the channel; empty without one.</param>
internal sealed record ArmJoint(string Name, string? Channel, string Type, double[] Axis, ArmOrigin Origin, string Unit);

/// <param name="Xyz">m.</param>
/// <param name="Rpy">Roll, pitch, yaw about fixed axes, rad.</param>
internal sealed record ArmOrigin(double[] Xyz, double[] Rpy);
