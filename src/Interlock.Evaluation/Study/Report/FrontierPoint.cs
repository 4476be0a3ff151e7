namespace Interlock.Evaluation.Study.Report;

/// <summary>One threshold that no other beats in both F1 and detection time.</summary>
/// <param name="Threshold">Alarm when the running value is larger.</param>
/// <param name="F1">Harmonic mean of precision and recall over whole episodes.</param>
/// <param name="MeanDetectionFraction">Mean elapsed fraction at which the detected failures were detected.</param>
public sealed record FrontierPoint(double Threshold, double F1, double MeanDetectionFraction);
