using Interlock.Core.Contract;
using Interlock.ExecSpec.Decoding.Rotations;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding.References;

/// <summary>Finds what keeps an action from being turned into commands.</summary>
internal static class ReferenceFaults
{
    private const string ToolFrame = "tool";

    /// <summary>One sentence per fault, with a hint.</summary>
    public static IEnumerable<(string Message, string Hint)> In(ActionSpec action, ControllerSpec? controller) =>
        action.Channels.SelectMany(channel => OfChannel(channel, action, controller))
            .Concat(action.Rotations.SelectMany(group => OfGroup(group, action, controller)))
            .Concat(Shared(action));

    private static IEnumerable<(string Message, string Hint)> OfChannel(ActionChannel channel, ActionSpec action, ControllerSpec? controller)
    {
        CompositionKind kind = CompositionKinds.Of(channel, action, controller);
        if (kind == CompositionKind.Impossible)
        {
            string taken = controller!.Reference?.ToString() ?? $"not stated, kind {controller.Kind}";
            yield return (
                $"'{channel.Name}' is {channel.Reference ?? action.Reference} and the controller's reference is {taken}: there is no way from one to the other",
                "state what the controller's commands are measured from");
        }

        if (kind != CompositionKind.Pass && channel.Role == ChannelRole.Position && string.Equals(channel.Frame, ToolFrame, StringComparison.OrdinalIgnoreCase))
        {
            yield return (
                $"'{channel.Name}' is an offset along the axes of the tool and cannot be added to a position",
                "give the controller the offset itself, or express it in a fixed frame");
        }
    }

    private static IEnumerable<(string Message, string Hint)> OfGroup(RotationGroup group, ActionSpec action, ControllerSpec? controller)
    {
        string names = string.Join(", ", group.Channels);
        ActionChannel[] channels = [.. action.Channels.Where(channel => group.Channels.Contains(channel.Name))];
        if (channels.Length != group.Channels.Count || channels.Length != RotationCodec.LengthOf(group.Form))
        {
            yield return ($"rotation ({names}) needs {RotationCodec.LengthOf(group.Form)} different channels of the action", "name them in the order of the form");
            yield break;
        }

        CompositionKind[] kinds = [.. channels.Select(channel => CompositionKinds.Of(channel, action, controller)).Distinct()];
        if (kinds.Length > 1)
        {
            yield return ($"the channels of rotation ({names}) are not all measured from the same", "give them one reference");
        }
        else if (group.Composition is null && kinds[0] is CompositionKind.OntoChunkStart or CompositionKind.OntoPrevious)
        {
            yield return (
                $"rotation ({names}) is an offset and nothing says how it is composed",
                "composition: add (openpi, LeRobot), fixed_frame or body_frame");
        }
    }

    private static IEnumerable<(string Message, string Hint)> Shared(ActionSpec action) =>
        action.Rotations.SelectMany(group => group.Channels.Distinct())
            .CountBy(name => name)
            .Where(uses => uses.Value > 1)
            .Select(uses => ($"'{uses.Key}' belongs to more than one rotation", "a channel is part of one rotation at most"));
}
