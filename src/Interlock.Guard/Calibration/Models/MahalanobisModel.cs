namespace Interlock.Guard.Calibration.Models;

/// <summary>Mahalanobis distance with a shrunk covariance: d² = ‖W (a − mean)‖².</summary>
/// <param name="Mean">Mean per channel.</param>
/// <param name="Whitening">Row-major D×D lower-triangular W with WᵀW = covariance⁻¹.</param>
/// <param name="Shrinkage">Weight of the diagonal target in the covariance, 0 to 1.</param>
public sealed record MahalanobisModel(double[] Mean, double[] Whitening, double Shrinkage);
