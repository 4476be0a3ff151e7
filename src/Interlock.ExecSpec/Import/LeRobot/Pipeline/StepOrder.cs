using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.LeRobot.Json;

namespace Interlock.ExecSpec.Import.LeRobot.Pipeline;

/// <summary>
/// Whether the steps stand where a specification says they do: offsets are made before numbers are normalised and undone after they are
/// unnormalised, once each. The library runs the steps in whatever order the file has them.
/// </summary>
internal static class StepOrder
{
    public static void Check(CheckpointPipelines pipelines, DiagnosticCollector findings)
    {
        RequireOrder(pipelines.Before, StepKind.MakesRelative, StepKind.Normalises, "normalised numbers would have the raw state subtracted", findings);
        RequireOrder(pipelines.After, StepKind.Unnormalises, StepKind.MakesAbsolute, "the raw state would be added to normalised numbers", findings);
        RefuseElsewhere(pipelines.Before, [StepKind.Unnormalises, StepKind.MakesAbsolute], "preprocessor", findings);
        RefuseElsewhere(pipelines.After, [StepKind.Normalises, StepKind.MakesRelative], "postprocessor", findings);
    }

    /// <summary>Whether a step takes part: those about offsets can be switched off.</summary>
    public static bool IsActive(PipelineStep step) =>
        step.Kind is not (StepKind.MakesRelative or StepKind.MakesAbsolute) || (step.Config is { } config && (Fields.Truth(config, "enabled") ?? false));

    private static void RequireOrder(
        IReadOnlyList<PipelineStep> steps, StepKind first, StepKind second, string consequence, DiagnosticCollector findings)
    {
        PipelineStep[] active = [.. steps.Where(step => IsActive(step) && (step.Kind == first || step.Kind == second))];
        StepKind ofOffsets = first == StepKind.MakesRelative ? first : second;
        if (active.Count(step => step.Kind == ofOffsets) > 1)
        {
            PipelineStep again = active.Last(step => step.Kind == ofOffsets);
            findings.Error(LeRobotCodes.RelativeUnpaired, $"'{again.Name}' is enabled more than once", again.Place, "the state would enter each time");
        }

        foreach ((PipelineStep earlier, PipelineStep later) in active.Zip(active.Skip(1)).Where(pair => pair.First.Kind == second && pair.Second.Kind == first))
        {
            findings.Error(LeRobotCodes.RelativeUnpaired, $"'{earlier.Name}' stands before '{later.Name}'", earlier.Place, consequence);
        }
    }

    private static void RefuseElsewhere(IReadOnlyList<PipelineStep> steps, StepKind[] kinds, string pipeline, DiagnosticCollector findings)
    {
        foreach (PipelineStep step in steps.Where(step => IsActive(step) && kinds.Contains(step.Kind)))
        {
            findings.Error(LeRobotCodes.Incomplete, $"the {pipeline} has '{step.Name}', which belongs into the other pipeline", step.Place);
        }
    }
}
