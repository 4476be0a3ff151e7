using Interlock.ExecSpec.Certificates.Reading;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Certificates.Verification;

/// <summary>
/// Decides whether a certificate may be believed on this machine: EX001 to EX004 and EX010 to EX012. Every failure is collected. What runs
/// is not looked at here; that is the gate's part.
/// </summary>
public static class CertificateVerifier
{
    /// <summary>Verifies a certificate.</summary>
    /// <param name="bytes">The file, as it lies on the disk.</param>
    /// <param name="trust">Whom to believe, and what is revoked.</param>
    /// <param name="request">Time, level and files.</param>
    /// <param name="cancellation">Stops hashing.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CertificateVerification Verify(
        ReadOnlyMemory<byte> bytes, TrustStore trust, VerifyRequest request, CancellationToken cancellation = default)
    {
        FindingList results = new();
        SignedStatement? statement = SignedStatement.Open(bytes, request.File, trust, StatementTypes.Certificate, results);
        Certificate? claims = statement?.Parse((payload, findings) => CertificateReader.Read(payload, request.File, findings), "certificate", results);
        string? digest = statement?.Envelope.PayloadSha256;
        CheckValidity(claims, digest, trust, request, results);
        if (claims is not null)
        {
            ArtefactCheck.Run(claims.Artefacts, request, results, cancellation);
        }
        else
        {
            results.Skip(Manifest.ManifestCodes.Changed, "artefacts", "the certificate cannot be read, so no file could be compared");
        }

        return new CertificateVerification
        {
            Findings = results.Items,
            Claims = claims,
            IsSigned = statement is { IsOurs: true, Report.IsAccepted: true },
            PayloadSha256 = digest,
            Signatures = statement?.Report,
        };
    }

    private static void CheckValidity(Certificate? claims, string? digest, TrustStore trust, VerifyRequest request, FindingList results)
    {
        if (claims is null)
        {
            results.Skip(ValidityCheck.Code, "validity", "the certificate cannot be read, so validity and level are not known");
        }
        else
        {
            ValidityCheck.Period(claims.IssuedAt, claims.ExpiresAt, request.Now, results);
        }

        if (digest is not null)
        {
            ValidityCheck.Revocation(digest, trust, results);
        }

        if (claims is not null)
        {
            ValidityCheck.Level(claims, request.RequiredLevel, results);
        }
    }
}
