using Interlock.ExecSpec.Import.Json;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>One embodiment of a statistics file.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Action">Statistics by group.</param>
/// <param name="Modalities">Traits by group; null when the file has none.</param>
/// <param name="Relative">Statistics of offsets by group, which replace the others where the model's configuration says so; null when there are none.</param>
/// <param name="ClipsOutput">True for the library versions that clip the network's output to ±1 before they decode it.</param>
internal sealed record GrootTag(string Tag, JsonView Action, JsonView? Modalities, JsonView? Relative, bool ClipsOutput);
