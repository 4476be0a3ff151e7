using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Import.LeRobot.Statistics;

/// <summary>The rows of one feature.</summary>
/// <param name="Feature">Key of the feature, such as <c>action</c>.</param>
/// <param name="Rows">Rows by name.</param>
/// <param name="Place">Where they stand.</param>
internal sealed record FeatureStatistics(string Feature, IReadOnlyDictionary<string, StatisticValues> Rows, SourcePlace Place);
