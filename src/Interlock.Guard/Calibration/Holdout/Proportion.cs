using Interlock.Core.Statistics;

namespace Interlock.Guard.Calibration.Holdout;

/// <summary>A measured fraction.</summary>
/// <param name="Value">Mean over episodes, 0 to 1; NaN without any.</param>
/// <param name="Interval">95 % interval that counts episodes, not steps.</param>
/// <param name="Episodes">Episodes it was measured on.</param>
public sealed record Proportion(double Value, Interval Interval, int Episodes);
