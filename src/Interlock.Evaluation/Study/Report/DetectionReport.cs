namespace Interlock.Evaluation.Study.Report;

/// <summary>How early a monitor's running value tells failures, at a fixed false-alarm level.</summary>
/// <param name="Threshold">Value that at most the stated share of successful episodes ever crosses; null with too few successes.</param>
/// <param name="FalseAlarmLevel">The stated share.</param>
/// <param name="Curve">Detected share of failures against the elapsed fraction of the episode.</param>
/// <param name="Frontier">Best F1 for each detection time, over all thresholds.</param>
/// <param name="HorizonSteps">Steps to which all episodes were cut; null when each kept its own length.</param>
/// <param name="Note">What was done, or why there is no threshold.</param>
public sealed record DetectionReport(
    double? Threshold,
    double FalseAlarmLevel,
    IReadOnlyList<DetectionPoint> Curve,
    IReadOnlyList<FrontierPoint> Frontier,
    int? HorizonSteps,
    string Note);
