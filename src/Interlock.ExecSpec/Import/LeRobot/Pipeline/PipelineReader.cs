using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Import.LeRobot.Pipeline;

/// <summary>Reads a pipeline of processors. Loading one in the library imports the class that a step names, so such a step is refused here.</summary>
internal static class PipelineReader
{
    /// <summary>The steps in order; steps that are refused are findings and are left out.</summary>
    public static IReadOnlyList<PipelineStep> Read(JsonPart pipeline, DiagnosticCollector findings)
    {
        List<PipelineStep> steps = [];
        foreach (JsonPart step in pipeline.Required("steps").Items())
        {
            if (Read(step, findings) is { } known)
            {
                steps.Add(known);
            }
        }

        return steps;
    }

    private static PipelineStep? Read(JsonPart step, DiagnosticCollector findings)
    {
        if (step.Find("class") is { } code)
        {
            findings.Error(
                LeRobotCodes.StepIsCode,
                $"the step {Quoted.Of(code.Element.ToString())} is a class that would be imported and run",
                step.Place,
                "use the registry name of a known step; nothing of this file was run");
            return null;
        }

        string name = step.RequiredText("registry_name");
        switch (StepRegistry.Find(name))
        {
            case null:
                string? nearest = NearestName.Of(name, StepRegistry.Names);
                findings.Error(
                    LeRobotCodes.UnknownStep,
                    $"the step {Quoted.Of(name)} is not known, so it is not known what it does to an action",
                    step.Place,
                    nearest is null ? null : $"did you mean '{nearest}'?");
                return null;
            case StepKind.ChangesActions:
                findings.Error(LeRobotCodes.UnknownStep, $"the step '{name}' changes actions in a way that a specification cannot say", step.Place);
                return null;
            case { } kind:
                return new PipelineStep(name, kind, step.Find("config"), StateFileOf(step));
        }
    }

    private static string? StateFileOf(JsonPart step)
    {
        string? file = step.Text("state_file");
        return file is null || (file.Length > 0 && file == Path.GetFileName(file) && !file.Contains('\\') && file is not ("." or ".."))
            ? file
            : throw step.Malformed($"the state file {Quoted.Of(file)} does not lie beside the pipeline");
    }
}
