using Interlock.Core.Statistics;

namespace Interlock.Guard.Calibration.Report;

/// <summary>A claim beside what was measured on held-out episodes.</summary>
/// <param name="Name">Stable snake_case name.</param>
/// <param name="Words">The claim in words.</param>
/// <param name="Claimed">The claimed number; null where nothing is claimed.</param>
/// <param name="Achieved">The measured number; NaN where there was nothing to measure on.</param>
/// <param name="Interval">95 % interval of the measured number.</param>
/// <param name="Unit">What the numbers count: a fraction of steps or episodes, or alarms per hour.</param>
public sealed record ClaimReport(string Name, string Words, double? Claimed, double Achieved, Interval Interval, string Unit);
