using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.LeRobot.Pipeline;
using Interlock.ExecSpec.Import.LeRobot.Statistics;
using Interlock.ExecSpec.Import.Sources;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>The entries of a checkpoint with pipelines: its action, and statistics under names that the library does not look up.</summary>
internal sealed class PipelineEntries(ImportSource source, LeRobotContext context, DiagnosticCollector findings)
{
    public IReadOnlyList<ImportedEntry> Read(CheckpointPipelines pipelines)
    {
        PipelineStep[] steps = [.. pipelines.After.Where(step => step.Kind == StepKind.Unnormalises)];
        if (steps.Length != 1)
        {
            findings.Error(
                steps.Length == 0 ? LeRobotCodes.Inert : LeRobotCodes.Incomplete,
                steps.Length == 0 ? "no step unnormalises actions, so the robot receives normalised numbers" : $"{steps.Length} steps unnormalise actions",
                pipelines.Place);
            return [];
        }

        NormaliserStep step = NormaliserStep.Read(steps[0], findings);
        ActionMode.Compare(step.Modes, context.Config, step.Place, findings);
        LeRobotContext known = context with
        {
            ActionLength = FeatureShape.ActionLength(context.Config?.Outputs ?? step.Features) ?? FeatureShape.ActionLength(step.Features),
        };
        PreprocessorState before = PreprocessorState.Read(source, pipelines.Before, context.Config, findings);
        before.CompareMode(step, findings);
        return ActionMode.Of(step.Modes, FeatureShape.ActionType, context.Request, step.Place, findings) is { } mode
            ? Entries(step, mode, known, before)
            : [];
    }

    private IReadOnlyList<ImportedEntry> Entries(NormaliserStep step, NormalisationMode mode, LeRobotContext known, PreprocessorState before)
    {
        if (mode.Scheme == NormalisationScheme.Identity)
        {
            return [Entry(FeatureShape.ActionKey, known, step, mode, null, before, new DiagnosticCollector())];
        }

        using StateFile? state = step.StateFile is { } file ? StateFile.Open(source, file) : null;
        if (state?.Has(FeatureShape.ActionKey) == true)
        {
            DiagnosticCollector own = new();
            FeatureStatistics? statistics = state.Read(FeatureShape.ActionKey, own);
            return [Entry(FeatureShape.ActionKey, known, step, mode, statistics, before, own)];
        }

        IReadOnlyList<(string Key, string Feature)> prefixed = state is null ? [] : PrefixedEntries.Find(state);
        return [Inert(state, mode, step), .. prefixed.Take(ImportLimits.Entries).Select(entry => Prefixed(entry.Key, entry.Feature, state!, known, step, mode, before))];
    }

    /// <summary>The entry that the library would look up: the action without statistics, which passes through.</summary>
    private static ImportedEntry Inert(StateFile? state, NormalisationMode mode, NormaliserStep step) => new(FeatureShape.ActionKey, null,
    [
        new Diagnostic(
            LeRobotCodes.Inert,
            DiagnosticSeverity.Error,
            $"the unnormaliser is present but does nothing: {mode.Word} looks up 'action', and {(state is null ? "the step has no state file" : "its state file has no such statistics")}",
            state is null ? step.Place : SourcePlace.OfFile(state.Name),
            "the robot would receive normalised numbers"),
    ]);

    private ImportedEntry Prefixed(
        string key, string feature, StateFile state, LeRobotContext known, NormaliserStep step, NormalisationMode mode, PreprocessorState before)
    {
        DiagnosticCollector own = new();
        own.Warn(
            LeRobotCodes.PrefixedKeys,
            $"the statistics stand under '{feature}', which the library does not look up: it would pass normalised numbers to the robot",
            new SourcePlace(state.Name, Key: feature),
            "rename them to 'action' in the state file, once it is known whose they are");
        FeatureStatistics? statistics = state.Read(feature, own);
        return Entry(key, known, step, mode, statistics, before, own);
    }

    private static ImportedEntry Entry(
        string key, LeRobotContext known, NormaliserStep step, NormalisationMode mode, FeatureStatistics? statistics, PreprocessorState before, DiagnosticCollector own)
    {
        if (statistics is null && mode.Scheme != NormalisationScheme.Identity)
        {
            return new ImportedEntry(key, null, own.Items);
        }

        if (statistics is not null && key == FeatureShape.ActionKey)
        {
            before.Compare(statistics, own);
        }

        Normaliser normaliser = ActionMode.Normaliser(key, mode, statistics?.Table, LibraryArithmetic.LeRobot(mode.Scheme, step.Epsilon));
        return new ImportedEntry(key, LeRobotSpecBuilder.Build(known, normaliser, statistics, before.State, own), own.Items);
    }
}
