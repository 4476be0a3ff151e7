using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Comparison;

/// <summary>Compares two specifications field by field; how far their commands are apart is what drift measures.</summary>
public static class SpecDiff
{
    /// <summary>
    /// Every difference from <paramref name="before"/> to <paramref name="after"/> in the order of the file: channels, cameras and siblings by
    /// name, statistics as one difference per channel. Empty exactly when <see cref="SpecEquality"/> finds both equal.
    /// </summary>
    public static IReadOnlyList<SpecDifference> Between(ExecutableSpec before, ExecutableSpec after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<SpecDifference> items = [];
        new DifferenceList(items, SpecPart.Name, "").Text("name", before.Name, after.Name);
        ComparePolicies(before.Policy, after.Policy, new DifferenceList(items, SpecPart.Policy, ""));
        ObservationDiff.Compare(before.Observation, after.Observation, new DifferenceList(items, SpecPart.Observation, ""));
        ActionDiff.Compare(before.Action, after.Action, new DifferenceList(items, SpecPart.Action, "action"));
        string[] names = ChannelNames.Of(before.Action, after.Action);
        DifferenceList unnormaliser = new(items, SpecPart.Unnormaliser, "unnormaliser");
        NormaliserDiff.Compare(before.Unnormaliser, after.Unnormaliser, names, unnormaliser);
        CompareGrippers(before.Gripper, after.Gripper, new DifferenceList(items, SpecPart.Gripper, ""));
        CompareControllers(before.Controller, after.Controller, new DifferenceList(items, SpecPart.Controller, ""));
        NamedPairs.Compare(
            before.Siblings,
            after.Siblings,
            sibling => sibling.Key,
            new DifferenceList(items, SpecPart.Siblings, "siblings"),
            (old, now, list) => NormaliserDiff.Compare(old, now, names, list));
        return items;
    }

    private static void ComparePolicies(PolicyIdentity? before, PolicyIdentity? after, DifferenceList list)
    {
        if (!list.BothPresent("policy", before, after))
        {
            return;
        }

        DifferenceList inside = list.Inside("policy");
        inside.Text("name", before!.Name, after!.Name);
        inside.Text("family", before.Family, after.Family);
        inside.Text("revision", before.Revision, after.Revision);
        inside.Text("library", before.Library, after.Library);
        inside.Text("library_version", before.LibraryVersion, after.LibraryVersion);
        inside.Text("dtype", before.Dtype, after.Dtype);
        inside.Number("sampler_steps", before.SamplerSteps, after.SamplerSteps);
    }

    private static void CompareGrippers(GripperMapping? before, GripperMapping? after, DifferenceList list)
    {
        if (!list.BothPresent("gripper", before, after))
        {
            return;
        }

        DifferenceList inside = list.Inside("gripper");
        inside.Text("channel", before!.Channel, after!.Channel);
        inside.Number("policy_open", before.PolicyOpen, after.PolicyOpen);
        inside.Number("policy_closed", before.PolicyClosed, after.PolicyClosed);
        inside.Number("threshold", before.Threshold, after.Threshold);
        inside.Word<GripperTie>("tie", before.Tie, after.Tie);
        inside.Number("controller_open", before.ControllerOpen, after.ControllerOpen);
        inside.Number("controller_closed", before.ControllerClosed, after.ControllerClosed);
    }

    private static void CompareControllers(ControllerSpec? before, ControllerSpec? after, DifferenceList list)
    {
        if (!list.BothPresent("controller", before, after))
        {
            return;
        }

        DifferenceList inside = list.Inside("controller");
        inside.Word("kind", before!.Kind, after!.Kind);
        inside.Word("reference", before.Reference, after.Reference);
        inside.Texts("joint_order", before.JointOrder, after.JointOrder);
        inside.Unit("command_unit", before.CommandUnit, after.CommandUnit);
        inside.Text("robot_model", before.RobotModel, after.RobotModel);
        inside.Texts("serials", before.Serials, after.Serials);
        inside.Text("urdf_sha256", before.UrdfSha256, after.UrdfSha256);
        inside.Text("limits_sha256", before.LimitsSha256, after.LimitsSha256);
        inside.Text("calibration_sha256", before.CalibrationSha256, after.CalibrationSha256);
    }
}
