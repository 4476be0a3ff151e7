namespace Interlock.Policies.Confidence;

/// <summary>What the calibration episodes say about one signal.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="EpisodeScores">Largest value of each episode, ascending; −∞ for an episode in which it was never defined, ∞ for one with NaN.</param>
/// <param name="Threshold">The ⌈(n + 1)(1 − alpha/K)⌉-th smallest of them, finite.</param>
public sealed record SignalCalibration(ConfidenceSignal Signal, IReadOnlyList<double> EpisodeScores, double Threshold);
