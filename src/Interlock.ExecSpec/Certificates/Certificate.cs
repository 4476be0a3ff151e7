using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Certificates;

/// <summary>
/// What a certificate says. Having one in hand proves nothing: <see cref="Verification.CertificateVerifier"/> decides whether it may be
/// believed. Immutable.
/// </summary>
public sealed record Certificate
{
    /// <summary>What a certificate does not say, unless its maker says more.</summary>
    public const string DefaultLimitations =
        "This certificate identifies an executable policy: its files, the meaning of its numbers and the conventions of its controller. " +
        "It does not certify closed-loop behaviour or the safety of hardware or people, and it says nothing about situations that its evidence does not cover.";

    /// <summary>The specification, whole, so that the certificate can be reviewed alone.</summary>
    public required ExecutableSpec Spec { get; init; }

    /// <summary>Identity of <see cref="Spec"/>: SHA-256 of its canonical form.</summary>
    public required string SpecSha256 { get; init; }

    /// <summary>Fingerprint of the unnormaliser's statistics.</summary>
    public required string StatisticsFingerprint { get; init; }

    /// <summary>The files of the policy; null when none are certified.</summary>
    public CertifiedArtefacts? Artefacts { get; init; }

    /// <summary>The other entries of the source, in the order of the specification.</summary>
    public IReadOnlyList<CertifiedSibling> Siblings { get; init; } = [];

    /// <summary>Values with the commands that are expected.</summary>
    public required ProbeTable Probes { get; init; }

    /// <summary>What is known about it.</summary>
    public IReadOnlyList<EvidenceEntry> Evidence { get; init; } = [];

    /// <summary>The level that it claims. <see cref="SupportedLevel"/> is what its evidence supports.</summary>
    public CertificateLevel Level { get; init; }

    /// <summary>From when on it holds, UTC, whole seconds.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>From when on it no longer holds, UTC, whole seconds.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What it does not say.</summary>
    public string Limitations { get; init; } = DefaultLimitations;

    /// <summary>The level that <see cref="Evidence"/> supports.</summary>
    public CertificateLevel SupportedLevel => EvidenceLadder.LevelOf(Evidence, EvidenceSubject.Of(Spec, SpecSha256));
}
