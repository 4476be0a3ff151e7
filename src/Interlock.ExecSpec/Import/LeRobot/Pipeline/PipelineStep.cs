namespace Interlock.ExecSpec.Import.LeRobot.Pipeline;

/// <summary>One step of a pipeline.</summary>
/// <param name="Name">Name in the registry.</param>
/// <param name="Kind">What it does to an action.</param>
/// <param name="Config">Its configuration, an object.</param>
/// <param name="StateFile">File of its tensors, beside the pipeline; null when it has none.</param>
internal sealed record PipelineStep(string Name, StepKind Kind, JsonPart? Config, string? StateFile);
