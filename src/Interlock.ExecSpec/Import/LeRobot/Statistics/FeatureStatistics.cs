using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Safetensors;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot.Statistics;

/// <summary>Statistics of one feature with what was lost on the way.</summary>
/// <param name="Table">The rows.</param>
/// <param name="Rounding">The 16-bit type in which they were stored; null for a wider one.</param>
/// <param name="Place">Where they stand.</param>
internal sealed record FeatureStatistics(ActionStatistics Table, SafetensorDtype? Rounding, SourcePlace Place);
