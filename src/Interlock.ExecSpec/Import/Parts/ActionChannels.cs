using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Parts;

/// <summary>Names and roles of action channels where a statistics file has numbers only.</summary>
internal static class ActionChannels
{
    private static readonly (string Name, ChannelRole Role)[] EndEffector =
    [
        ("x", ChannelRole.Position), ("y", ChannelRole.Position), ("z", ChannelRole.Position),
        ("roll", ChannelRole.Orientation), ("pitch", ChannelRole.Orientation), ("yaw", ChannelRole.Orientation),
        ("gripper", ChannelRole.Gripper),
    ];

    private static readonly string[] AlohaJoints =
        ["waist", "shoulder", "elbow", "forearm_roll", "wrist_angle", "wrist_rotate", "gripper"];

    /// <summary>Six end-effector displacements and a gripper.</summary>
    public static int EndEffectorChannels => EndEffector.Length;

    /// <summary>Two arms of six joints and a gripper.</summary>
    public static int AlohaChannels => 2 * AlohaJoints.Length;

    /// <summary>Channels of an action of <paramref name="count"/> numbers: those that were stated, or the usual ones with a remark.</summary>
    /// <param name="count">Numbers of one action.</param>
    /// <param name="request">May state names.</param>
    /// <param name="usualLayouts">True where seven numbers are known to be an end-effector displacement and fourteen two ALOHA arms.</param>
    /// <param name="place">For the findings.</param>
    /// <param name="findings">For the remark, and for names that do not fit.</param>
    public static IReadOnlyList<ActionChannel> Of(
        int count, ImportRequest request, bool usualLayouts, SourcePlace place, DiagnosticCollector findings)
    {
        if (request.ChannelNames is { } stated)
        {
            if (stated.Count != count)
            {
                findings.Error(ImportCode.ChannelNames, $"{stated.Count} channel names are given and the action has {count} channels", place);
            }

            return [.. stated.Select(Stated)];
        }

        (string Name, ChannelRole Role)[] usual = usualLayouts ? Usual(count) : Numbered(count);
        findings.Info(
            ImportCode.NamesAssumed,
            $"the source names no channels; assumed: {Shown(usual)}",
            place,
            "state them with --channels if the robot's order differs");
        return [.. usual.Select(channel => new ActionChannel { Name = channel.Name, Role = channel.Role })];
    }

    private static (string Name, ChannelRole Role)[] Usual(int count) =>
        count == EndEffectorChannels ? EndEffector
        : count == AlohaChannels ? [.. Aloha("left"), .. Aloha("right")]
        : Numbered(count);

    private static (string Name, ChannelRole Role)[] Numbered(int count) =>
        [.. Enumerable.Range(0, count).Select(index => ($"action_{index}", ChannelRole.Other))];

    private static IEnumerable<(string Name, ChannelRole Role)> Aloha(string side) =>
        AlohaJoints.Select(joint => ($"{side}_{joint}", joint == "gripper" ? ChannelRole.Gripper : ChannelRole.Joint));

    // A stated name that is one of the usual ones keeps its role; for any other the role is not guessed.
    private static ActionChannel Stated(string name)
    {
        (string Name, ChannelRole Role)[] known = [.. EndEffector, .. Aloha("left"), .. Aloha("right")];
        int index = Array.FindIndex(known, channel => channel.Name == name);
        return new ActionChannel { Name = name, Role = index < 0 ? ChannelRole.Other : known[index].Role };
    }

    private static string Shown((string Name, ChannelRole Role)[] channels) =>
        channels.Length <= AlohaChannels ? string.Join(", ", channels.Select(channel => channel.Name)) : $"{channels[0].Name} … {channels[^1].Name}";
}
