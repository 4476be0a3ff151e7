namespace Interlock.ExecSpec.Specification;

/// <summary>One quantile of every channel.</summary>
/// <param name="Level">In [0, 1]; 0.01 for q01.</param>
/// <param name="Values">Row-major T×D.</param>
public sealed record QuantileRow(double Level, IReadOnlyList<double> Values);
