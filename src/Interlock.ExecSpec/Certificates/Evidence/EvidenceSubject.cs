using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Certificates.Evidence;

/// <summary>What evidence has to be about in order to count.</summary>
/// <param name="SpecSha256">SHA-256 of the specification.</param>
/// <param name="StatisticsFingerprint">
/// Fingerprint of its statistics; null when it has none: every policy without statistics would have the same one, on whatever robot.
/// </param>
public sealed record EvidenceSubject(string SpecSha256, string? StatisticsFingerprint)
{
    /// <summary>The subject that a specification is.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="specSha256">Its digest.</param>
    internal static EvidenceSubject Of(ExecutableSpec spec, string specSha256) =>
        new(specSha256, spec.Unnormaliser.Rows is null ? null : Identity.StatisticsFingerprint.Of(spec.Unnormaliser));

    /// <summary>
    /// True when an entry names this specification. The statistics alone are enough for probes and replays, which are about them; a closed
    /// loop is about gripper, rate and controller as well.
    /// </summary>
    public bool IsMeantBy(EvidenceEntry entry) => (entry.SpecSha256, entry.StatisticsFingerprint) switch
    {
        (null, null) => false,
        (null, var statistics) => statistics == StatisticsFingerprint && entry.Kind is not (EvidenceKind.ClosedLoopSim or EvidenceKind.ClosedLoopHardware),
        (var spec, var statistics) => spec == SpecSha256 && (statistics is null || StatisticsFingerprint is null || statistics == StatisticsFingerprint),
    };
}
