namespace Interlock.Dashboard.Reports.Facts;

/// <summary>A calibration of monitors, as far as a report asks.</summary>
/// <param name="Name">The attachment.</param>
/// <param name="CalibrationEpisodes">Episodes that its thresholds come from.</param>
/// <param name="HoldoutEpisodes">Episodes that its claims were checked on.</param>
/// <param name="Source">The demonstrations, as it names them.</param>
internal sealed record CalibrationFacts(string Name, int CalibrationEpisodes, int HoldoutEpisodes, string Source);
