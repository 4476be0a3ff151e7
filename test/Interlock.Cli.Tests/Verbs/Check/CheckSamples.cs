using Interlock.Cli.Verbs.Check;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Tests.Verbs.Check;

/// <summary>Reports on the LIBERO entries as the specification note prints them.</summary>
internal static class CheckSamples
{
    private static readonly Diagnostic Assumed = new(
        "EX122", DiagnosticSeverity.Info, "the source names no channels; assumed: x, y, z, roll, pitch, yaw, gripper", SourcePlace.OfFile("stats.json"));

    private static readonly Diagnostic Gripper = new(
        "EX145", DiagnosticSeverity.Warning, "the decoded gripper is 0 closed, 1 open, and is passed on like that", SourcePlace.OfFile("stats.json"), "state --platform libero");

    public static CheckReport Scaled => Report(Goal(isScaled: true), Assumed, Gripper);

    public static CheckReport Unscaled => Report(Goal(isScaled: false));

    /// <summary>Two absolute joints in degrees and a gripper, one other entry.</summary>
    public static CheckReport AbsoluteJoints => Report(new ExecutableSpec
    {
        Name = "so101",
        Unnormaliser = Joints("table", 90, 60),
        Siblings = [Joints("shelf", 100, 40)],
        Action = new ActionSpec
        {
            Quantity = ActionSpace.JointPosition,
            Reference = ActionReference.Absolute,
            RateHz = 30,
            Channels =
            [
                new() { Name = "shoulder", Role = ChannelRole.Joint, Unit = ChannelUnit.Degree },
                new() { Name = "elbow", Role = ChannelRole.Joint, Unit = ChannelUnit.Degree },
            ],
        },
    });

    private static CheckReport Report(ExecutableSpec spec, params Diagnostic[] findings) =>
        CheckReport.Of("stats.json", "openvla", spec, findings, "interlock certify create stats.json --key libero_goal");

    private static ExecutableSpec Goal(bool isScaled) => new()
    {
        Name = "libero_goal",
        Unnormaliser = Entry("libero_goal"),
        Siblings = [.. LiberoNumbers.Entries.Keys.Where(key => key != "libero_goal").Select(Entry)],
        Gripper = new GripperMapping { Channel = "gripper", PolicyOpen = 1, PolicyClosed = 0, Threshold = 0.5, ControllerOpen = -1, ControllerClosed = 1 },
        Action = new ActionSpec
        {
            Quantity = ActionSpace.EeDelta,
            Reference = ActionReference.DeltaStep,
            RateHz = isScaled ? 20 : null,
            Channels = [.. LiberoNumbers.Channels.Select((name, index) => Channel(name, index, isScaled)), new ActionChannel { Name = "gripper", Role = ChannelRole.Gripper }],
        },
    };

    private static ActionChannel Channel(string name, int index, bool isScaled) => new()
    {
        Name = name,
        Role = index < 3 ? ChannelRole.Position : ChannelRole.Orientation,
        Unit = ChannelUnit.Normalized,
        PhysicalPerCommand = isScaled ? (index < 3 ? 0.05 : 0.5) : null,
        PhysicalUnit = isScaled ? (index < 3 ? ChannelUnit.Metre : ChannelUnit.Radian) : null,
    };

    private static Normaliser Entry(string key)
    {
        LiberoNumbers.Row row = LiberoNumbers.Entries[key];
        (double length, double angle) = (LiberoNumbers.ReachOfTranslation, LiberoNumbers.ReachOfRotation);
        return new Normaliser
        {
            Key = key,
            Scheme = NormalisationScheme.Quantile,
            LowQuantile = 0.01,
            HighQuantile = 0.99,
            Mask = [true, true, true, true, true, true, false],
            Statistics = new ActionStatistics
            {
                Channels = 7,
                Min = [-length, -length, -length, -angle, -angle, -angle, 0],
                Max = [length, length, length, angle, angle, angle, 1],
                Mean = [.. row.Mean, 0.5],
                Std = [.. row.Std, 0.5],
                Quantiles = [new(0.01, [.. row.Q01, 0]), new(0.99, [.. row.Q99, 1])],
            },
        };
    }

    private static Normaliser Joints(string key, double shoulder, double elbow) => new()
    {
        Key = key,
        Scheme = NormalisationScheme.MinMax,
        Statistics = new ActionStatistics { Channels = 2, Min = [-shoulder, 0], Max = [shoulder, elbow] },
    };
}
