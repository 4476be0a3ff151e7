using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot.Json;

namespace Interlock.ExecSpec.Import.LeRobot.Pipeline;

/// <summary>Reads a pipeline of processors. Loading one in the library imports the class that a step names, so such a step is refused here.</summary>
internal static class PipelineReader
{
    /// <summary>The steps in order; steps that are refused are findings and are left out.</summary>
    public static IReadOnlyList<PipelineStep> Read(JsonView pipeline, DiagnosticCollector findings)
    {
        List<PipelineStep> steps = [];
        foreach (JsonView step in Fields.Items(Fields.Required(pipeline, "steps")))
        {
            if (ReadStep(step, findings) is { } known)
            {
                steps.Add(known);
            }
        }

        return steps;
    }

    private static PipelineStep? ReadStep(JsonView step, DiagnosticCollector findings)
    {
        if (step.Member("class") is { } code)
        {
            findings.Error(
                LeRobotCodes.StepIsCode,
                $"the step {Quoted.Of(code.Text() ?? "class")} is a class that the library would import and run",
                step.Place,
                "nothing of it was run; use the registry name of a known step");
            return null;
        }

        string name = Fields.RequiredText(step, "registry_name");
        switch (StepRegistry.Find(name))
        {
            case null:
                findings.Error(
                    LeRobotCodes.UnknownStep,
                    $"the step {Quoted.Of(name)} is not known, so neither is what it does to an action",
                    step.Place,
                    NearestName.Of(name, StepRegistry.Names) is { } nearest ? $"did you mean '{nearest}'?" : null);
                return null;
            case StepKind.ChangesActions:
                findings.Error(LeRobotCodes.UnknownStep, $"the step '{name}' changes actions in a way that a specification cannot say", step.Place);
                return null;
            case { } kind:
                return new PipelineStep(name, kind, step.Member("config"), StateFileOf(step), step.Place);
        }
    }

    private static string? StateFileOf(JsonView step)
    {
        string? file = Fields.Text(step, "state_file");
        return file is null || (file.Length > 0 && file is not ("." or "..") && file.IndexOfAny(['/', '\\', '\0', ':']) < 0)
            ? file
            : throw new DiagnosticException(ImportCode.OutsideFolder, $"the state file {Quoted.Of(file)} does not lie beside the pipeline", step.Place);
    }
}
