using Interlock.Cli.Output;
using Interlock.Core.Units;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Check;

/// <summary>What each channel's numbers mean, one line per channel.</summary>
internal static class ChannelLines
{
    public static IEnumerable<string> Of(ExecutableSpec spec)
    {
        AffineMap map = AffineMap.Inverse(spec.Unnormaliser, spec.Action.Channels.Count);
        return spec.Action.Channels.Select((channel, index) =>
        {
            string meaning = spec.Unnormaliser.AppliesTo(index) ? Ends(channel, map.ScaleAt(0)[index], map.OffsetAt(0)[index]) : "passes unchanged";
            string gripper = spec.Gripper is { } mapping && mapping.Channel == channel.Name ? $"; {Gripper(mapping)}" : string.Empty;
            return $"{channel.Name}: {meaning}{Deflection(spec.Action, channel)}{gripper}";
        });
    }

    private static string Ends(ActionChannel channel, double scale, double offset) =>
        $"-1 → {PlainNumber.Of(offset - scale, Shown(channel.Unit))}, +1 → {PlainNumber.Of(offset + scale, Shown(channel.Unit))}";

    private static string Deflection(ActionSpec action, ActionChannel channel)
    {
        if (channel is not { PhysicalPerCommand: { } size, PhysicalUnit: { } unit })
        {
            return string.Empty;
        }

        string full = PlainNumber.Of(size, unit.Symbol);
        return (IdleCommands.Of(action, channel), action.RateHz) switch
        {
            (IdleCommand.ZeroVelocity, _) => $"; full deflection {full}/s",
            (IdleCommand.ZeroStep, { } rate) => $"; full deflection {full} per step at {PlainNumber.Of(rate)} Hz = {(size * rate).ToString("0.00")} {unit.Symbol}/s",
            (IdleCommand.ZeroStep, null) => $"; full deflection {full} per step",
            _ => $"; full deflection {full}",
        };
    }

    private static string Gripper(GripperMapping mapping)
    {
        string decided = mapping.Threshold is { } threshold ? $", decided at {PlainNumber.Of(threshold)}" : string.Empty;
        return $"open {PlainNumber.Of(mapping.PolicyOpen)} → {PlainNumber.Of(mapping.ControllerOpen)}, " +
            $"closed {PlainNumber.Of(mapping.PolicyClosed)} → {PlainNumber.Of(mapping.ControllerClosed)}{decided}";
    }

    // A controller's own scale has no symbol that would tell a reader more.
    private static string Shown(ChannelUnit unit) => unit == ChannelUnit.Normalized ? string.Empty : unit.Symbol;
}
