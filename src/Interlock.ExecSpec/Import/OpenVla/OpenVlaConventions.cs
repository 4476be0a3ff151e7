using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>
/// Conventions of OpenVLA's data that are in none of its files (reference: sections E2–E6 and F3 of the ecosystem note). Those of LIBERO
/// are taken only when the platform is stated.
/// </summary>
internal static class OpenVlaConventions
{
    /// <summary>OpenVLA's BOUNDS_Q99.</summary>
    public const double LowQuantile = 0.01;

    /// <summary>OpenVLA's BOUNDS_Q99.</summary>
    public const double HighQuantile = 0.99;

    /// <summary>Model output and training data: closed.</summary>
    private const double PolicyClosed = 0;

    /// <summary>Model output and training data: open.</summary>
    private const double PolicyOpen = 1;

    /// <summary>LIBERO evaluation code takes the sign of 2g − 1.</summary>
    private const double LiberoThreshold = 0.5;

    /// <summary>robosuite's gripper: open.</summary>
    private const double RobosuiteOpen = -1;

    /// <summary>robosuite's gripper: closed.</summary>
    private const double RobosuiteClosed = 1;

    /// <summary>Side of the image that the model sees, in pixels.</summary>
    private const int ImageSide = 224;

    private const int UpsideDownDeg = 180;

    public static ActionSpec Action(
        IReadOnlyList<ActionChannel> channels, int? chunk, ImportRequest request, SourcePlace place, DiagnosticCollector findings) => new()
        {
            Channels = [.. channels.Select(channel => channel.Role == ChannelRole.Gripper && IsEndEffector(channels) ? channel with { Unit = ChannelUnit.Normalized } : channel)],
            Horizon = chunk,
            RateHz = request.RateHz,
            Quantity = IsEndEffector(channels) ? ActionSpace.EeDelta : IsAloha(channels) ? ActionSpace.JointPosition : ActionSpace.Other,
            Reference = request.Reference ?? (IsEndEffector(channels) ? ActionReference.DeltaStep : IsAloha(channels) ? ActionReference.Absolute : null),
            Rotations = Rotations(channels, request.Platform, place, findings),
        };

    public static GripperMapping? Gripper(
        IReadOnlyList<ActionChannel> channels, ImportPlatform? platform, SourcePlace place, DiagnosticCollector findings)
    {
        ActionChannel? gripper = IsEndEffector(channels) ? channels.First(channel => channel.Role == ChannelRole.Gripper) : null;
        if (gripper is not null && platform == ImportPlatform.Libero)
        {
            return new GripperMapping
            {
                Channel = gripper.Name,
                PolicyOpen = PolicyOpen,
                PolicyClosed = PolicyClosed,
                Threshold = LiberoThreshold,
                Tie = GripperTie.Hold,
                ControllerOpen = RobosuiteOpen,
                ControllerClosed = RobosuiteClosed,
            };
        }

        if (gripper is not null && platform is null)
        {
            findings.Warn(
                OpenVlaCode.GripperNotStated,
                "the decoded gripper is 0 closed, 1 open, and is passed on like that; robosuite (LIBERO) takes +1 for closed and −1 for open",
                place,
                "state --platform libero or --platform bridge");
        }

        return null;
    }

    public static ObservationSpec? Observation(ImportPlatform? platform, StateSpec? state, SourcePlace place, DiagnosticCollector findings)
    {
        if (platform != ImportPlatform.Libero)
        {
            return state is null ? null : new ObservationSpec { State = state };
        }

        findings.Info(
            OpenVlaCode.NotStated, "whether images are cropped to their centre (0.9 of the area) depends on augmentation in training, which no file states", place);
        CameraSpec camera = new()
        {
            Role = "third_person",
            Width = ImageSide,
            Height = ImageSide,
            Color = "RGB",
            Layout = "HWC",
            Dtype = "uint8",
            RotateDeg = UpsideDownDeg,
            Resize = "lanczos3",
        };
        return new ObservationSpec { Cameras = [camera], State = state };
    }

    private static IReadOnlyList<RotationGroup> Rotations(
        IReadOnlyList<ActionChannel> channels, ImportPlatform? platform, SourcePlace place, DiagnosticCollector findings)
    {
        if (!IsEndEffector(channels))
        {
            return [];
        }

        if (platform == ImportPlatform.Libero)
        {
            return [new RotationGroup(RotationForm.AxisAngle, [.. channels.Where(channel => channel.Role == ChannelRole.Orientation).Select(channel => channel.Name)])];
        }

        findings.Info(
            OpenVlaCode.NotStated, "the form of the rotation is not stated: data sets use roll, pitch, yaw, and robosuite takes an axis times an angle", place);
        return [];
    }

    private static bool IsEndEffector(IReadOnlyList<ActionChannel> channels) =>
        channels.Count == ActionChannels.EndEffectorChannels
        && channels.Count(channel => channel.Role == ChannelRole.Gripper) == 1
        && channels.Count(channel => channel.Role == ChannelRole.Position) == channels.Count(channel => channel.Role == ChannelRole.Orientation);

    private static bool IsAloha(IReadOnlyList<ActionChannel> channels) =>
        channels.Count == ActionChannels.AlohaChannels && channels.Any(channel => channel.Role == ChannelRole.Joint);
}
