namespace Interlock.Evaluation.Study.Report;

/// <summary>
/// A monitor after a line of its rank against length, fitted to successes alone, was taken away. A view, not a proof: the line is
/// extended beyond the successes.
/// </summary>
/// <param name="CorrelationInSuccesses">Correlation of the monitor's rank with length among successes.</param>
/// <param name="Auroc">AUROC of the residuals.</param>
public sealed record LengthResidual(double CorrelationInSuccesses, double Auroc);
