namespace Interlock.Guard.Calibration.Models;

/// <summary>Action energy e = Σ_j |a_j − centre_j| / scale_j over demonstrations.</summary>
/// <param name="Mean">Mean energy.</param>
/// <param name="StandardDeviation">Standard deviation of the energy; above 0.</param>
public sealed record EnergyModel(double Mean, double StandardDeviation);
