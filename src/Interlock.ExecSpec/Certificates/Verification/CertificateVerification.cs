using Interlock.ExecSpec.Signing;

namespace Interlock.ExecSpec.Certificates.Verification;

/// <summary>What came of verifying a certificate.</summary>
public sealed record CertificateVerification
{
    /// <summary>Every check in the order in which causes come before their consequences.</summary>
    public required IReadOnlyList<CertificateFinding> Findings { get; init; }

    /// <summary>What the document says, whoever signed it: for messages only. Null when it cannot be read.</summary>
    public Certificate? Claims { get; init; }

    /// <summary>True when enough trusted keys signed exactly these bytes.</summary>
    public bool IsSigned { get; init; }

    /// <summary>SHA-256 of the signed bytes, 64 lower-case hexadecimal digits: what waivers and revocation lists call the certificate.</summary>
    public string? PayloadSha256 { get; init; }

    /// <summary>Who signed; null when there is no envelope.</summary>
    public SignatureReport? Signatures { get; init; }

    /// <summary>The certificate, when enough trusted keys signed it and it can be read; null otherwise. It may still have expired.</summary>
    public Certificate? Certificate => IsSigned ? Claims : null;

    /// <summary>What failed; first cause first.</summary>
    public IEnumerable<CertificateFinding> Failures => Findings.Where(finding => finding.Status == CheckStatus.Failed);

    /// <summary>True when no check failed. Checks that were not made are in <see cref="Findings"/>.</summary>
    public bool IsAccepted => !Failures.Any();
}
