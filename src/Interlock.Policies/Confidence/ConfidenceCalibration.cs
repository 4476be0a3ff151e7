namespace Interlock.Policies.Confidence;

/// <summary>
/// Thresholds with a claim: for an episode exchangeable with the calibration episodes, the probability that any signal exceeds its
/// threshold at any step is at most <see cref="Alpha"/>, over the draw of both (split conformal per signal at alpha/K, Bonferroni over
/// the K signals). Says nothing about how many failures are seen. Made by <see cref="ConfidenceCalibrator"/> or read from a file.
/// </summary>
public sealed class ConfidenceCalibration
{
    internal ConfidenceCalibration(ConfidenceSettings settings, double alpha, int episodeCount, IReadOnlyList<SignalCalibration> signals)
    {
        Settings = settings;
        Alpha = alpha;
        EpisodeCount = episodeCount;
        Signals = signals;
    }

    /// <summary>What was measured, and in which units.</summary>
    public ConfidenceSettings Settings { get; }

    /// <summary>Claimed false-alarm probability per episode, in (0, 1).</summary>
    public double Alpha { get; }

    /// <summary>Calibration episodes, n.</summary>
    public int EpisodeCount { get; }

    /// <summary>The K signals in the order of <see cref="ConfidenceSignal"/>.</summary>
    public IReadOnlyList<SignalCalibration> Signals { get; }

    /// <summary>The claim in one sentence, as it is printed.</summary>
    public string Claim => FormattableString.Invariant(
        $"at most {100 * Alpha:G4} % of episodes like the {EpisodeCount} calibration episodes have an alarm (Bonferroni over {Signals.Count} signals)");
}
