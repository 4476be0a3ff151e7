using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>
/// Rotations of a group. Only an axis-angle means the same here as in GR00T: its quaternion has w first, its 6-D form has rows of the
/// matrix, and its Euler angles turn about moving axes.
/// </summary>
internal static class GroupRotation
{
    private const string AxisAngle = "axis_angle";
    private const int AxisAngleLength = 3;

    public static RotationGroup? Of(ActionGroup group, SourcePlace place, DiagnosticCollector findings)
    {
        if (group.Traits.RotationType is not { } type)
        {
            return null;
        }

        findings.Warn(
            GrootCode.Rotation,
            $"the group {Quoted.Of(group.Name)} is a rotation ({Quoted.Of(type)}): if the data configuration converts it (target_rotations), the library decodes it with fixed bounds and not with these statistics",
            place,
            "compare decoded values of the running server with this specification");
        if (type == AxisAngle && group.Length == AxisAngleLength)
        {
            return new RotationGroup(RotationForm.AxisAngle, [.. group.ChannelNames]);
        }

        findings.Warn(
            GrootCode.Rotation,
            $"the group {Quoted.Of(group.Name)} of {group.Length} channels is {Quoted.Of(type)}, a form that a specification cannot say; its channels are kept without one",
            place);
        return null;
    }
}
