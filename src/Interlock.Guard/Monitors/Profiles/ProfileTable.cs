using static Interlock.Guard.Monitors.Profiles.MonitorEvidence;
using static Interlock.Guard.Monitors.Profiles.MonitorRole;

namespace Interlock.Guard.Monitors.Profiles;

/// <summary>The advice behind <see cref="MonitorProfile"/>, family by family.</summary>
internal static class ProfileTable
{
    public static readonly IReadOnlyList<MonitorAdvice> Unknown =
    [
        new("reversal_rate", Primary, Measured, "The only monitor that leads in all three measured families (0.79 to 0.93)"),
        new("momentum_coherence", Secondary, Measured, "Clearly better than chance in all three measured families (0.70, 0.86, 0.71)"),
    ];

    public static readonly IReadOnlyList<MonitorAdvice> DiscreteToken =
    [
        new("reversal_rate", Primary, Measured, "0.93 [0.88, 0.97] on VQ-BeT: a wrong token turns the motion round"),
        new("jerk_rms", Primary, Measured, "0.88 [0.81, 0.94] on VQ-BeT: token boundaries show as jerk"),
        new("momentum_coherence", Secondary, Measured, "0.86 [0.78, 0.93] on VQ-BeT"),
        new("spectral_energy_ratio", Secondary, Measured, "0.75 [0.65, 0.84] on VQ-BeT"),
        new("stall", Muted, Measured, "0.49 on VQ-BeT: it stood still for one step in a hundred episodes"),
    ];

    public static readonly IReadOnlyList<MonitorAdvice> Diffusion =
    [
        new("reversal_rate", Primary, Measured, "0.79 [0.69, 0.88] on Diffusion Policy"),
        new("momentum_coherence", Secondary, Measured, "0.70 [0.58, 0.80] on Diffusion Policy"),
        new("temporal_consistency", Secondary, MeasuredElsewhere, "Found failures of sampled diffusion policies (Sentinel: detection 0.99, specificity 0.93)"),
        new("jerk_rms", Muted, Measured, "0.41 [0.30, 0.54]: denoised chunks are smooth when they are wrong, too"),
        new("velocity_violations", Muted, Measured, "0.41 [0.30, 0.53]: successes move faster than failures"),
        new("spectral_energy_ratio", Muted, Measured, "0.34 [0.23, 0.46]: points the wrong way"),
    ];

    public static readonly IReadOnlyList<MonitorAdvice> ActionChunk =
    [
        new("reversal_rate", Primary, Measured, "0.91 [0.79, 0.99] on ACT"),
        new("momentum_coherence", Secondary, Measured, "0.71 [0.57, 0.85] on ACT; its mean over the episode, which we report, 0.94"),
        new("spectral_energy_ratio", Secondary, Measured, "0.74 [0.59, 0.87] on ACT"),
        new("chunk_seam_jump", Secondary, Analogy, "Regressed chunks that contradict each other jump at the seam; no published measurement"),
        new("velocity_violations", Muted, Measured, "0.52 [0.35, 0.68]: chance"),
        new("stall", Muted, Measured, "0.53: chance"),
    ];

    public static readonly IReadOnlyList<MonitorAdvice> FlowMatching =
    [
        new("reversal_rate", Primary, Analogy, "Leads on both measured continuous families (Diffusion 0.79, ACT 0.91)"),
        new("momentum_coherence", Secondary, Analogy, "Clearly better than chance on both measured continuous families (0.70, 0.71)"),
        new("temporal_consistency", Secondary, Analogy, "Works on sampled diffusion policies, which flow matching resembles (Sentinel)"),
        new("velocity_violations", Muted, Analogy, "At or below chance on both measured continuous families (0.41, 0.52)"),
        new("stall", Muted, Analogy, "At chance on both measured continuous families (0.50, 0.53)"),
        new("jerk_rms", Muted, Analogy, "The continuous families disagree about its direction (0.41, 0.69)"),
        new("spectral_energy_ratio", Muted, Analogy, "The continuous families disagree about its direction (0.34, 0.74)"),
    ];
}
