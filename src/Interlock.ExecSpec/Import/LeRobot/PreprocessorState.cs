using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.LeRobot.Pipeline;
using Interlock.ExecSpec.Import.LeRobot.Statistics;
using Interlock.ExecSpec.Import.Sources;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>What the preprocessor's normaliser holds: how the state is shown to the policy, and its own copy of the action's statistics.</summary>
/// <param name="State">How the state is normalised; null when it is not, or not known.</param>
/// <param name="Action">The statistics of the action; null when the file has none.</param>
/// <param name="ActionWord">The mode of the action, as written; null when there is none.</param>
internal sealed record PreprocessorState(Normaliser? State, FeatureStatistics? Action, string? ActionWord)
{
    private static readonly PreprocessorState Nothing = new(null, null, null);

    public static PreprocessorState Read(ImportSource source, IReadOnlyList<PipelineStep> before, PolicyConfig? config, DiagnosticCollector findings)
    {
        if (before.FirstOrDefault(step => step.Kind == StepKind.Normalises) is not { } first)
        {
            return Nothing;
        }

        NormaliserStep step = NormaliserStep.Read(first, findings);
        ActionMode.Compare(step.Modes, config, step.Place, findings);
        using StateFile? state = step.StateFile is { } file ? StateFile.Open(source, file) : null;
        return new PreprocessorState(
            StateOf(step, state, config, findings), state?.Read(FeatureShape.ActionKey, findings), step.Modes.GetValueOrDefault(FeatureShape.ActionType));
    }

    /// <summary>Says where the preprocessor's copy differs from the one that decodes.</summary>
    public void Compare(FeatureStatistics used, DiagnosticCollector findings)
    {
        if (Action is { } other)
        {
            StatisticsComparison.Report(used, other, "postprocessor and preprocessor", DiagnosticSeverity.Warning, findings);
        }
    }

    /// <summary>Says where the preprocessor, which normalised the actions in training, has another mode than the step that decodes.</summary>
    public void CompareMode(NormaliserStep used, DiagnosticCollector findings)
    {
        if (ActionWord is { } trained && used.Modes.TryGetValue(FeatureShape.ActionType, out string? decodes) && trained != decodes)
        {
            findings.Warn(
                LeRobotCodes.MappingsDisagree,
                $"the preprocessor has {Quoted.Of(trained)} for {FeatureShape.ActionType}, the postprocessor {Quoted.Of(decodes)}, which is used",
                used.Place,
                "the policy would have learned one and be decoded with the other");
        }
    }

    private static Normaliser? StateOf(NormaliserStep step, StateFile? state, PolicyConfig? config, DiagnosticCollector findings)
    {
        NormalisationMode? mode = step.Modes.TryGetValue(FeatureShape.StateType, out string? word) ? NormalisationMode.Find(word) : null;
        bool isInput = config?.Inputs.ContainsKey(FeatureShape.StateKey) ?? step.Features.ContainsKey(FeatureShape.StateKey);
        if (mode is null || mode.Scheme == NormalisationScheme.Identity || !isInput)
        {
            return null;
        }

        if (state?.Read(FeatureShape.StateKey, findings) is { } statistics)
        {
            return ActionMode.Normaliser(FeatureShape.StateKey, mode, statistics.Table, LibraryArithmetic.LeRobot(mode.Scheme, step.Epsilon));
        }

        findings.Warn(
            LeRobotCodes.Inert,
            $"the state passes to the policy as it is: {mode.Word} looks up '{FeatureShape.StateKey}', and there are no such statistics",
            step.Place,
            "the policy would be shown numbers that it has never seen");
        return null;
    }
}
