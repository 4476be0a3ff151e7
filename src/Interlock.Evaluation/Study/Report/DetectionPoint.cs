namespace Interlock.Evaluation.Study.Report;

/// <summary>One point of a detection curve.</summary>
/// <param name="ElapsedFraction">Fraction of the episode that has passed, in (0, 1].</param>
/// <param name="Detected">Failures detected by then.</param>
public sealed record DetectionPoint(double ElapsedFraction, Proportion Detected);
