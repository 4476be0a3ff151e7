using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.LeRobot.Channels;
using Interlock.ExecSpec.Import.LeRobot.Statistics;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>Makes the specification of one entry and gathers everything that is wrong with it.</summary>
internal static class LeRobotSpecBuilder
{
    /// <param name="context">What is known around the statistics.</param>
    /// <param name="normaliser">The unnormaliser.</param>
    /// <param name="source">Its statistics; null when it needs none.</param>
    /// <param name="state">How the state is normalised; null when that is not known.</param>
    /// <param name="findings">Findings about this entry.</param>
    public static ExecutableSpec? Build(
        LeRobotContext context, Normaliser normaliser, FeatureStatistics? source, Normaliser? state, DiagnosticCollector findings)
    {
        int? length = context.ActionLength ?? source?.Table.Channels ?? context.Request.ChannelNames?.Count;
        if (length is not (> 0 and <= ImportLimits.Channels))
        {
            findings.Error(
                LeRobotCodes.Incomplete,
                length is null ? "nothing says how many channels the action has" : $"an action of {length} channels; 1 to {ImportLimits.Channels} are read",
                context.Place);
            return null;
        }

        IReadOnlyList<ActionChannel> channels = Channels(context, length.Value, source, findings);
        if (source is not null)
        {
            StatisticsCheck.Run(normaliser, channels, source, findings);
            StatisticsCheck.Length(source.Table, context.ActionLength, context.Config, source.Place, findings);
        }

        UnitCheck.Report(channels, source?.Table, source?.Place ?? context.Place, findings);
        CheckReference(context, findings);
        double? rateHz = RateChoice.Of(context.Info?.RateHz, context.Request, context.Place, findings);
        ExecutableSpec spec = Assemble(context, channels, normaliser, state, rateHz);
        SpecificationCheck.Run(spec, context.Place, findings);
        return spec;
    }

    private static IReadOnlyList<ActionChannel> Channels(LeRobotContext context, int length, FeatureStatistics? source, DiagnosticCollector findings)
    {
        ImportRequest request = context.Request;
        IReadOnlyList<string>? names = ChannelNames.Choose(context, length, findings);
        IReadOnlyList<ActionChannel> channels = ChannelBuilder.Build(names, length, request.JointUnit);
        channels = ControllerScaling.Apply(channels, request, source?.Place ?? context.Place, findings);
        return context.Relative.Apply(channels, context.Place, findings);
    }

    private static void CheckReference(LeRobotContext context, DiagnosticCollector findings)
    {
        if (context.Relative.Enabled && context.Request.Reference is { } stated and not ActionReference.RelativeChunk)
        {
            findings.Error(
                ImportCode.SchemeOverridden,
                $"{EnumWord.Of(stated)} is asked for, and the pipeline makes actions relative to the start of the chunk",
                context.Place,
                "leave --reference out");
        }
    }

    private static ExecutableSpec Assemble(
        LeRobotContext context, IReadOnlyList<ActionChannel> channels, Normaliser normaliser, Normaliser? state, double? rateHz) => new()
        {
            Name = context.Name,
            Policy = context.Config is { } config ? new PolicyIdentity { Family = config.Type, Name = context.Name, Library = "lerobot" } : null,
            Action = new ActionSpec
            {
                Channels = channels,
                Horizon = context.Config?.ChunkLength,
                Execute = context.Config?.Execute,
                RateHz = rateHz,
                Quantity = channels.Any(channel => channel.Role == ChannelRole.Joint) && channels.All(IsPosition) ? ActionSpace.JointPosition : ActionSpace.Other,
                Reference = context.Relative.Enabled ? ActionReference.RelativeChunk : context.Request.Reference,
            },
            Unnormaliser = normaliser,
            Controller = context.Info?.RobotType is { } robot ? new ControllerSpec { RobotModel = robot } : null,
            Observation = state is null ? null : new ObservationSpec { State = new StateSpec { Normaliser = state } },
        };

    private static bool IsPosition(ActionChannel channel) =>
        channel.Role is ChannelRole.Joint or ChannelRole.Gripper && !channel.Name.EndsWith(".vel", StringComparison.Ordinal) && !channel.Name.EndsWith(".effort", StringComparison.Ordinal);
}
