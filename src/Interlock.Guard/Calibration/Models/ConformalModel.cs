namespace Interlock.Guard.Calibration.Models;

/// <summary>
/// Split-conformal novelty of an action: score s = max_j |a_j − mean_j| / scale_j, compared with the scores of episodes
/// that did not make mean and scale.
/// </summary>
/// <param name="Mean">Mean per channel, from the fit episodes.</param>
/// <param name="Scale">Scale per channel, from the fit episodes; above 0.</param>
/// <param name="SortedScores">Scores of the calibration episodes, ascending.</param>
public sealed record ConformalModel(double[] Mean, double[] Scale, double[] SortedScores);
