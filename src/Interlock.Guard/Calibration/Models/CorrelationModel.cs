namespace Interlock.Guard.Calibration.Models;

/// <summary>Reference correlation of the motion between channels.</summary>
/// <param name="Correlation">Row-major D×D; identity rows for channels that do not move.</param>
public sealed record CorrelationModel(double[] Correlation);
