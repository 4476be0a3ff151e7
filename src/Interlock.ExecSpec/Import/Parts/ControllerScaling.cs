using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Parts;

/// <summary>Puts the controller's scale, which stands in no statistics file, on the channels that it applies to.</summary>
internal static class ControllerScaling
{
    public static IReadOnlyList<ActionChannel> Apply(
        IReadOnlyList<ActionChannel> channels, ImportRequest request, SourcePlace place, DiagnosticCollector findings)
    {
        WarnIfUnused(request.TranslationMPerCommand, ChannelRole.Position, "translation", channels, place, findings);
        WarnIfUnused(request.RotationRadPerCommand, ChannelRole.Orientation, "rotation", channels, place, findings);
        return [.. channels.Select(channel => Scaled(channel, request))];
    }

    private static ActionChannel Scaled(ActionChannel channel, ImportRequest request) => (channel.Role, request) switch
    {
        (ChannelRole.Position, { TranslationMPerCommand: { } metres }) => Scaled(channel, metres, ChannelUnit.Metre),
        (ChannelRole.Orientation, { RotationRadPerCommand: { } radians }) => Scaled(channel, radians, ChannelUnit.Radian),
        _ => channel,
    };

    private static ActionChannel Scaled(ActionChannel channel, double physical, ChannelUnit unit) =>
        channel with { Unit = ChannelUnit.Normalized, PhysicalPerCommand = physical, PhysicalUnit = unit };

    private static void WarnIfUnused(
        double? scale, ChannelRole role, string what, IReadOnlyList<ActionChannel> channels, SourcePlace place, DiagnosticCollector findings)
    {
        if (scale is not null && channels.All(channel => channel.Role != role))
        {
            findings.Warn(ImportCode.Scaling, $"a {what} scale is given and no channel is a {what}", place, "name the channels with --channels (x, y, z, roll, pitch, yaw, gripper)");
        }
    }
}
