using Interlock.Evaluation.Study.Episodes;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Where the published per-episode summaries keep a monitor, and how it turns into "larger means failure".</summary>
/// <param name="Name">Our name.</param>
/// <param name="Path">Keys from the episode down.</param>
/// <param name="Length">How it depends on episode length.</param>
/// <param name="Offset">Added after <paramref name="Sign"/> was applied.</param>
/// <param name="Sign">1 where larger is worse, −1 where smaller is.</param>
internal sealed record PublishedMonitor(string Name, string[] Path, LengthBehaviour Length, double Offset = 0, double Sign = 1)
{
    /// <summary>Names and directions of the SafeContract experiment scripts, which fixed them before looking at the outcome.</summary>
    public static IReadOnlyList<PublishedMonitor> All { get; } =
    [
        new("reversal_rate", ["reversal_rate"], LengthBehaviour.PerStep),
        new("mean_jerk", ["jerk_summary", "mean_jerk"], LengthBehaviour.PerStep),
        new("jerk_rms", ["jerk_summary", "jerk_rms"], LengthBehaviour.PerStep),
        new("max_jerk", ["jerk_summary", "max_jerk"], LengthBehaviour.Extreme),
        new("jerk_violations", ["jerk_summary", "violations"], LengthBehaviour.Accumulates),
        new("momentum_coherence", ["momentum_summary", "mean_coherence"], LengthBehaviour.PerStep, Sign: -1),
        new("min_coherence", ["momentum_summary", "min_coherence"], LengthBehaviour.Extreme, Sign: -1),
        new("momentum_reversal_rate", ["momentum_summary", "reversal_rate"], LengthBehaviour.PerStep),
        new("spectral_energy_ratio", ["spectral_summary", "mean_ser"], LengthBehaviour.PerStep, Offset: 1, Sign: -1),
        new("min_spectral_energy_ratio", ["spectral_summary", "min_ser"], LengthBehaviour.Extreme, Offset: 1, Sign: -1),
        new("mean_prediction_error", ["lps_summary", "mean_prediction_error"], LengthBehaviour.PerStep),
        new("stall_rate", ["stall_summary", "stall_rate"], LengthBehaviour.PerStep),
        new("total_variation", ["atv"], LengthBehaviour.Accumulates),
        new("velocity_violations", ["velocity_violations"], LengthBehaviour.Accumulates),
        new("bounds_violations", ["bounds_violations"], LengthBehaviour.Accumulates),
    ];

    public double ReadFrom(JsonFields episode) => Offset + (Sign * episode.Number(Path));
}
