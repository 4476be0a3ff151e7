namespace Interlock.Guard.Calibration.Models;

/// <summary>One-step autoregression per channel: a_t ≈ slope·a_{t−1} + intercept.</summary>
/// <param name="Slope">Slope per channel.</param>
/// <param name="Intercept">Intercept per channel, in channel units.</param>
/// <param name="ErrorScale">Standard deviation of the residual per channel, in channel units; above 0.</param>
public sealed record LinearPredictabilityModel(double[] Slope, double[] Intercept, double[] ErrorScale);
