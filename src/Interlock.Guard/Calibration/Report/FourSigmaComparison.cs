using Interlock.Guard.Calibration.Holdout;

namespace Interlock.Guard.Calibration.Report;

/// <summary>The calibrated box beside mean ± 4 standard deviations.</summary>
/// <param name="MeanWidthRatio">Mean over the moving channels of (box width)/(8 standard deviations): 0.75 is 25 % tighter; NaN without a moving channel.</param>
/// <param name="HeuristicCoverage">Fraction of held-out steps inside the heuristic.</param>
public sealed record FourSigmaComparison(double MeanWidthRatio, Proportion HeuristicCoverage);
