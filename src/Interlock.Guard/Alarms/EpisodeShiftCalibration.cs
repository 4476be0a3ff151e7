namespace Interlock.Guard.Alarms;

/// <summary>Reference of the shift test over episodes.</summary>
/// <param name="Alpha">Largest chance that the test ever fires without a shift.</param>
/// <param name="Monitor">Monitor whose episode value is the score; it must not have seen the calibration episodes.</param>
/// <param name="SortedScores">Scores of the calibration episodes, ascending.</param>
public sealed record EpisodeShiftCalibration(double Alpha, string Monitor, double[] SortedScores);
