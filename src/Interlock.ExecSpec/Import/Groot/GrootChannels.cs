using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.ExecSpec.Import.LeRobot.Channels;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>Channels of the groups.</summary>
internal static class GrootChannels
{
    private static readonly string[] BodyParts = ["arm", "hand", "leg", "neck", "waist", "torso", "head"];

    /// <summary>Words of Cartesian groups, which also name an arm: <c>left_arm_eef_pos</c> is no joint.</summary>
    private static readonly string[] CartesianWords = ["eef", "effector", "rot", "pose"];

    public static IReadOnlyList<ActionChannel> Of(
        IReadOnlyList<ActionGroup> groups, ImportRequest request, SourcePlace place, DiagnosticCollector findings) =>
        [.. groups.SelectMany(group => Of(group, ReferenceCheck.Of(group, request, place, findings), request.JointUnit))];

    private static IEnumerable<ActionChannel> Of(ActionGroup group, ActionReference? reference, ChannelUnit? jointUnit)
    {
        ChannelRole role = RoleOf(group);
        ChannelUnit unit = role == ChannelRole.Joint && jointUnit is not null ? jointUnit
            : group.Traits.RotationType == "axis_angle" ? ChannelUnit.Radian
            : ChannelUnit.None;
        return group.ChannelNames.Select(name => new ActionChannel { Name = name, Role = role, Unit = unit, Reference = reference });
    }

    private static ChannelRole RoleOf(ActionGroup group) =>
        group.Traits.RotationType is not null ? ChannelRole.Orientation
        : CartesianWords.Any(word => group.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? ChannelRole.Other
        : ChannelBuilder.RoleOf(group.Name) is var role && role != ChannelRole.Other ? role
        : BodyParts.Any(part => group.Name.Contains(part, StringComparison.OrdinalIgnoreCase)) ? ChannelRole.Joint
        : ChannelRole.Other;
}
