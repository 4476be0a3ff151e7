using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Comparison;

/// <summary>Compares action representations.</summary>
internal static class ActionDiff
{
    public static void Compare(ActionSpec before, ActionSpec after, DifferenceList list)
    {
        list.Word<ActionSpace>("quantity", before.Quantity, after.Quantity);
        list.Word("reference", before.Reference, after.Reference);
        list.Number("rate_hz", before.RateHz, after.RateHz, "Hz");
        list.Number("horizon", before.Horizon, after.Horizon);
        list.Number("execute", before.Execute, after.Execute);
        NamedPairs.Compare(before.Channels, after.Channels, channel => channel.Name, list.Inside("channels"), CompareChannels);
        list.Texts("rotations", Shown(before.Rotations), Shown(after.Rotations));
    }

    private static void CompareChannels(ActionChannel before, ActionChannel after, DifferenceList list)
    {
        list.Word<ChannelRole>("role", before.Role, after.Role);
        list.Unit("unit", before.Unit, after.Unit);
        list.Number("physical_per_command", PhysicalOf(before), PhysicalOf(after));
        list.Text("frame", before.Frame, after.Frame);
        list.Word("reference", before.Reference, after.Reference);
    }

    private static (double? Value, string Unit) PhysicalOf(ActionChannel channel) =>
        (channel.PhysicalPerCommand, channel.PhysicalUnit?.Symbol ?? "");

    private static string Composed(RotationComposition? composition) => composition is { } word ? $" ({EnumWord.Of(word)})" : "";

    private static string[] Shown(IReadOnlyList<RotationGroup> rotations) =>
        [.. rotations.Select(rotation => $"{EnumWord.Of(rotation.Form)} of {string.Join(", ", rotation.Channels)}{Composed(rotation.Composition)}")];
}
