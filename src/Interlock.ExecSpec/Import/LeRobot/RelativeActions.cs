using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.LeRobot.Json;
using Interlock.ExecSpec.Import.LeRobot.Pipeline;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>
/// Actions as offsets from the state in which a chunk was planned: made by a step of the preprocessor, undone by one of the postprocessor.
/// The library wires the two by hand; where only one is there, offsets reach the robot as targets.
/// </summary>
internal sealed record RelativeActions(bool Enabled, IReadOnlyList<string> Excluded, IReadOnlyList<string>? ActionNames)
{
    public static readonly RelativeActions None = new(false, [], null);

    public static RelativeActions Read(
        IReadOnlyList<PipelineStep> before, IReadOnlyList<PipelineStep> after, PolicyConfig? config, SourcePlace place, DiagnosticCollector findings)
    {
        PipelineStep? make = Find(before, StepKind.MakesRelative);
        PipelineStep? undo = Find(after, StepKind.MakesAbsolute);
        bool makes = IsEnabled(make);
        bool undoes = IsEnabled(undo);
        if (makes != undoes)
        {
            findings.Error(
                LeRobotCodes.RelativeUnpaired,
                makes ? $"the preprocessor makes actions relative, the postprocessor {Fault(undo)}" : $"the postprocessor adds the state, the preprocessor {Fault(make)}",
                place,
                makes ? "offsets would reach the robot as targets" : "targets would reach the robot with the state added");
        }

        if (config?.UsesRelativeActions is { } trained && trained != makes)
        {
            findings.Error(
                LeRobotCodes.RelativeUnpaired,
                $"config.json says use_relative_actions {(trained ? "true" : "false")}, the pipeline has them {(makes ? "enabled" : "disabled or absent")}",
                place);
        }

        return makes || undoes
            ? new RelativeActions(true, Texts(make, "exclude_joints") ?? [], Texts(make, "action_names"))
            : None with { ActionNames = Texts(make, "action_names") };
    }

    /// <summary>Sets what each channel is measured from and says which are excluded, by the library's own rule: part of a name, case ignored.</summary>
    public IReadOnlyList<ActionChannel> Apply(IReadOnlyList<ActionChannel> channels, SourcePlace place, DiagnosticCollector findings)
    {
        string[] tokens = [.. Excluded.Where(token => token.Length > 0)];
        if (!Enabled || tokens.Length == 0)
        {
            return channels;
        }

        if (ActionNames is null)
        {
            findings.Error(
                LeRobotCodes.ExcludedJoints,
                $"{string.Join(", ", tokens)} should stay absolute, but the step has no action_names, and then nothing is excluded",
                place,
                "write action_names into the relative_actions_processor");
            return channels;
        }

        bool[] excluded = [.. channels.Select((_, i) => i < ActionNames.Count && tokens.Any(token => ActionNames[i].Contains(token, StringComparison.OrdinalIgnoreCase)))];
        Report(channels, excluded, tokens, place, findings);
        return [.. channels.Select((channel, i) => excluded[i] ? channel with { Reference = ActionReference.Absolute } : channel)];
    }

    private static PipelineStep? Find(IReadOnlyList<PipelineStep> steps, StepKind kind) =>
        steps.Where(step => step.Kind == kind).OrderByDescending(StepOrder.IsActive).FirstOrDefault();

    private static bool IsEnabled(PipelineStep? step) => step is not null && StepOrder.IsActive(step);

    private static IReadOnlyList<string>? Texts(PipelineStep? step, string name) => step?.Config is { } config ? Fields.Texts(config, name) : null;

    private static string Fault(PipelineStep? step) => step is null ? "has no such step" : "has the step disabled";

    private void Report(IReadOnlyList<ActionChannel> channels, bool[] excluded, string[] tokens, SourcePlace place, DiagnosticCollector findings)
    {
        string[] kept = [.. channels.Where((_, i) => excluded[i]).Select(channel => channel.Name)];
        string[] unused = [.. tokens.Where(token => !ActionNames!.Any(name => name.Contains(token, StringComparison.OrdinalIgnoreCase)))];
        if (unused.Length > 0)
        {
            findings.Warn(LeRobotCodes.ExcludedJoints, $"{string.Join(", ", unused)} is part of no action name, so it excludes nothing", place);
        }

        if (kept.Length > 0)
        {
            findings.Info(LeRobotCodes.ExcludedJoints, $"kept absolute because part of the name matches {string.Join(", ", tokens)}: {string.Join(", ", kept)}", place);
        }
    }
}
