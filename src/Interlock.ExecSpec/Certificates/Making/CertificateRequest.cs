using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Manifest;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Certificates.Making;

/// <summary>What a new certificate is to say.</summary>
public sealed record CertificateRequest
{
    /// <summary>Validity when nothing is said: half a year.</summary>
    public static readonly TimeSpan DefaultValidity = TimeSpan.FromDays(180);

    /// <summary>The specification.</summary>
    public required ExecutableSpec Spec { get; init; }

    /// <summary>The files of the policy; null to certify none.</summary>
    public FolderManifest? Artefacts { get; init; }

    /// <summary>What is known.</summary>
    public IReadOnlyList<EvidenceEntry> Evidence { get; init; } = [];

    /// <summary>The level to claim; null for what the evidence supports.</summary>
    public CertificateLevel? Level { get; init; }

    /// <summary>Now; cut to whole seconds.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>How long it holds, above zero and at most ten years.</summary>
    public TimeSpan Validity { get; init; } = DefaultValidity;

    /// <summary>What the certificate does not say.</summary>
    public string Limitations { get; init; } = Certificate.DefaultLimitations;
}
