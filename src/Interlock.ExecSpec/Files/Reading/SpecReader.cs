using Interlock.Core.Contract;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Reading;

/// <summary>Builds a specification from the tree of its file; what could not be read is reported and left out.</summary>
internal static class SpecReader
{
    private static readonly ActionSpec NoAction = new() { Channels = [] };

    public static ExecutableSpec Read(JsonMap root, string fallbackName, ReadingReport report)
    {
        GroupReader group = new(root, "", SpecKeys.Root, report);
        group.Text(SpecKeys.Schema);
        group.Require("action", "state at least the channels of the action").Require(SpecKeys.Unnormaliser, "state at least key and scheme");
        ActionSpec action = group.Group("action", SpecKeys.Action) is { } actionGroup ? ActionReader.Read(actionGroup) : NoAction;
        return new ExecutableSpec
        {
            Name = group.Text(SpecKeys.Name) ?? fallbackName,
            Policy = group.Group("policy", SpecKeys.Policy) is { } policy ? ReadPolicy(policy) : null,
            Observation = group.Group("observation", SpecKeys.Observation) is { } seen ? ObservationReader.Read(seen, report) : null,
            Action = action,
            Unnormaliser = ReadUnnormaliser(group, action, report),
            Gripper = group.Group("gripper", SpecKeys.Gripper) is { } gripper ? ReadGripper(gripper) : null,
            Controller = group.Group("controller", SpecKeys.Controller) is { } controller ? ReadController(controller) : null,
            Siblings = [.. group.Groups("siblings", SpecKeys.Normaliser).Select(item => NormaliserReader.Read(item, report))],
        };
    }

    private static Normaliser ReadUnnormaliser(GroupReader root, ActionSpec action, ReadingReport report)
    {
        if (root.Group(SpecKeys.Unnormaliser, SpecKeys.CheckedNormaliser) is not { } group)
        {
            return new Normaliser { Key = "", Scheme = NormalisationScheme.Identity };
        }

        Normaliser normaliser = NormaliserReader.Read(group, report);
        EffectiveReader.Check(group, normaliser, action, report);
        return normaliser;
    }

    private static PolicyIdentity ReadPolicy(GroupReader group) => new()
    {
        Name = group.Text(SpecKeys.Name),
        Family = group.Text("family"),
        Revision = group.Text("revision"),
        Library = group.Text("library"),
        LibraryVersion = group.Text("library_version"),
        Dtype = group.Text("dtype"),
        SamplerSteps = group.WholeNumber("sampler_steps"),
    };

    private static GripperMapping ReadGripper(GroupReader group)
    {
        group.Require("channel", "name the gripper's channel")
            .Require("policy_open", "state the decoded value that means open")
            .Require("policy_closed", "state the decoded value that means closed")
            .Require("controller_open", "state what the controller takes for open")
            .Require("controller_closed", "state what the controller takes for closed");
        return new GripperMapping
        {
            Channel = group.Text("channel") ?? "",
            PolicyOpen = group.Number("policy_open") ?? double.NaN,
            PolicyClosed = group.Number("policy_closed") ?? double.NaN,
            Threshold = group.Number("threshold"),
            Tie = group.Word<GripperTie>("tie") ?? GripperTie.Hold,
            ControllerOpen = group.Number("controller_open") ?? double.NaN,
            ControllerClosed = group.Number("controller_closed") ?? double.NaN,
        };
    }

    private static ControllerSpec ReadController(GroupReader group) => new()
    {
        Kind = group.Word<ControllerKind>("kind"),
        Reference = group.Word<ActionReference>("reference"),
        JointOrder = group.Texts("joint_order"),
        CommandUnit = group.Unit("command_unit"),
        RobotModel = group.Text("robot_model"),
        Serials = group.Texts("serials"),
        UrdfSha256 = group.Text("urdf_sha256"),
        LimitsSha256 = group.Text("limits_sha256"),
        CalibrationSha256 = group.Text("calibration_sha256"),
    };
}
