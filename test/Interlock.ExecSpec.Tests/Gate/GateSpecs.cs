using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Drift;

namespace Interlock.ExecSpec.Tests.Gate;

/// <summary>LIBERO deployments for the gate, and runs of it with our own decoder.</summary>
internal static class GateSpecs
{
    private static readonly string[] Arm = ["x", "y", "z", "roll", "pitch", "yaw"];

    /// <summary>Open 1 and closed 0 in the policy, −1 and +1 in the controller.</summary>
    public static GripperMapping Gripper { get; } =
        new() { Channel = "gripper", PolicyOpen = 1, PolicyClosed = 0, Threshold = 0.5, ControllerOpen = -1, ControllerClosed = 1 };

    /// <summary>The goal entry of OpenVLA with its three siblings, its gripper and robosuite's controller.</summary>
    public static ExecutableSpec Goal { get; } = Libero(LiberoSpecs.Printed["libero_goal"]);

    /// <summary>Nothing is left out; every statement differs from what its absence would mean.</summary>
    public static ExecutableSpec Full { get; } = Goal with
    {
        Name = "full",
        Policy = new PolicyIdentity
        {
            Family = "openvla",
            Name = "openvla-7b",
            Revision = "c8f03f4",
            Library = "openvla",
            LibraryVersion = "0.0.3",
            Dtype = "bfloat16",
            SamplerSteps = 10,
        },
        Action = FullAction(),
        Unnormaliser = FullNormaliser("libero_goal"),
        Siblings = [FullNormaliser("libero_spatial")],
        Controller = FullController(),
        Observation = FullObservation(),
    };

    public static ExecutableSpec Libero(Normaliser selected) =>
        LiberoSpecs.Spec(selected, LiberoSpecs.Printed.Values.Where(entry => entry.Key != selected.Key)) with { Gripper = Gripper };

    public static ExecutableSpec With(this ExecutableSpec spec, Func<Normaliser, Normaliser> change) => spec with { Unnormaliser = change(spec.Unnormaliser) };

    public static GateReport Run(ExecutableSpec certified, ExecutableSpec running, GateScope scope = GateScope.WithRobot) =>
        StartupGate.Run(new GateRequest { Certified = certified, Running = running, DecodePath = new SpecDecodePath(running), Scope = scope });

    public static GateReport Probe(ExecutableSpec certified, IDecodePath path) =>
        StartupGate.Run(new GateRequest { Certified = certified, Running = certified, DecodePath = path });

    public static string[] FailedCodes(this GateReport report) => [.. report.Failures.Select(finding => finding.Code).Distinct()];

    public static GateFinding Failure(this GateReport report, string code) => report.Failures.First(finding => finding.Code == code);

    public static GateFinding Finding(this GateReport report, string code) => report.Findings.First(finding => finding.Code == code);

    /// <summary>One line per finding that a person has to read.</summary>
    public static string Words(GateReport report) => string.Join(
        '\n', report.Findings.Where(finding => finding.Status is not (GateStatus.Passed or GateStatus.NotChecked)).Select(finding => $"{finding.Code} {finding.Status}: {finding.Text}"));

    private static ActionSpec FullAction() => Goal.Action with
    {
        Channels = [.. Goal.Action.Channels.Select(channel => channel with
        {
            Frame = "base",
            Unit = ChannelUnit.Normalized,
            PhysicalPerCommand = channel.PhysicalPerCommand ?? 0.04,
            PhysicalUnit = channel.PhysicalUnit ?? ChannelUnit.Metre,
            Reference = channel.Role == ChannelRole.Gripper ? ActionReference.Absolute : ActionReference.RelativeChunk,
        })],
        Horizon = 8,
        Execute = 6,
        Rotations = [new RotationGroup(RotationForm.RpyFixed, Arm[3..]) { Composition = RotationComposition.Add }],
    };

    private static Normaliser FullNormaliser(string key)
    {
        ActionStatistics table = LiberoSpecs.Printed[key].Statistics!;
        return LiberoSpecs.Printed[key] with
        {
            Statistics = table with
            {
                Min = [.. table.QuantileAt(0.01)!.Select(value => value - 0.0625)],
                Max = [.. table.QuantileAt(0.99)!.Select(value => value + 0.0625)],
            },
            Arithmetic = LibraryArithmetic.OpenVla with { InverseClip = 1.5 },
        };
    }

    private static ControllerSpec FullController() => new()
    {
        Kind = ControllerKind.OscPose,
        Reference = ActionReference.Absolute,
        JointOrder = ["joint_1", "joint_2"],
        CommandUnit = ChannelUnit.Radian,
        RobotModel = "panda",
        Serials = ["A-17"],
        UrdfSha256 = new string('a', 64),
        LimitsSha256 = new string('b', 64),
        CalibrationSha256 = new string('c', 64),
    };

    private static ObservationSpec FullObservation() => new()
    {
        Cameras = [Camera("third_person"), Camera("wrist")],
        State = new StateSpec { Channels = Arm, Units = [.. Arm.Select(_ => ChannelUnit.Metre)], Normaliser = FullNormaliser("libero_object") },
        Prompt = new PromptSpec { Template = "What action should the robot take to {instruction}?", Case = "lower", TrailingPunctuation = "strip" },
    };

    private static CameraSpec Camera(string role) => new()
    {
        Role = role,
        Key = $"{role}_image",
        Width = 224,
        Height = 200,
        Color = "RGB",
        Layout = "HWC",
        Dtype = "uint8",
        RotateDeg = 180,
        Flip = "none",
        Crop = "center:0.9",
        Resize = "lanczos3",
        OpticalFrame = $"{role}_optical",
        MaxAgeMs = 100,
    };
}
