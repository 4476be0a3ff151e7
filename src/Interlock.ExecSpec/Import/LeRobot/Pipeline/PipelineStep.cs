using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;

namespace Interlock.ExecSpec.Import.LeRobot.Pipeline;

/// <summary>One step of a pipeline.</summary>
/// <param name="Name">Name in the registry.</param>
/// <param name="Kind">What it does to an action.</param>
/// <param name="Config">Its configuration; null when it has none.</param>
/// <param name="StateFile">File of its tensors, beside the pipeline; null when it has none.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record PipelineStep(string Name, StepKind Kind, JsonView? Config, string? StateFile, SourcePlace Place);
