using Interlock.Core.Statistics;

namespace Interlock.Evaluation.Study.Report;

/// <summary>What one monitor knew of the outcome.</summary>
/// <param name="Name">Stable snake_case name.</param>
/// <param name="Auroc">Chance that a failure scores higher than a success; null with too few episodes of a class.</param>
/// <param name="Interval">95 % bootstrap interval.</param>
/// <param name="PValue">One-sided: that failures do not score higher.</param>
/// <param name="Excluded">Episodes without a value of this monitor.</param>
/// <param name="Controlled">The best available figure that does not profit from episode length.</param>
/// <param name="Controls">Every way of taking length out that was tried.</param>
/// <param name="Residual">How it follows length among successes, and what remains without that.</param>
/// <param name="VersusLength">95 % interval of its AUROC minus that of length alone, on the same resamples.</param>
/// <param name="Detections">How early failures are detected: cut to equal length where possible, then whole; empty without step data.</param>
/// <param name="Roc">Its ROC curve, strictest threshold first; empty when it has no AUROC.</param>
/// <param name="Advice">Trust it or not, and why.</param>
public sealed record MonitorReport(
    string Name,
    double? Auroc,
    Interval? Interval,
    double? PValue,
    int Excluded,
    LengthControl Controlled,
    IReadOnlyList<LengthControl> Controls,
    LengthResidual? Residual,
    Interval? VersusLength,
    IReadOnlyList<DetectionReport> Detections,
    IReadOnlyList<RocPoint> Roc,
    MonitorAdvice Advice)
{
    /// <summary>True when nothing shows that it knows more than how long the episode lasted.</summary>
    public bool NoBetterThanLength =>
        Auroc is not null && VersusLength is not { Low: > 0 } && !(Controlled.EqualLength && Controlled.Interval is { Low: > 0.5 });
}
