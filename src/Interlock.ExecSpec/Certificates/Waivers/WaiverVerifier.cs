using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Certificates.Verification;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Certificates.Waivers;

/// <summary>Decides whether a waiver holds. It needs as many signatures as a certificate does.</summary>
public static class WaiverVerifier
{
    /// <summary>Verifies a waiver.</summary>
    /// <param name="bytes">The file, as it lies on the disk.</param>
    /// <param name="trust">Whom to believe, and what is revoked.</param>
    /// <param name="certificateSha256">
    /// <see cref="CertificateVerification.PayloadSha256"/> of the certificate in use; null leaves this unchecked, which is reported.
    /// </param>
    /// <param name="now">Now.</param>
    /// <param name="file">Name of the file, for messages.</param>
    public static WaiverVerification Verify(
        ReadOnlyMemory<byte> bytes, TrustStore trust, string? certificateSha256, DateTimeOffset now, string? file = null)
    {
        FindingList results = new();
        SignedStatement? statement = SignedStatement.Open(bytes, file, trust, StatementTypes.Waiver, results);
        Waiver? claims = statement?.Parse((payload, findings) => WaiverDocument.Read(payload, file, findings), "waiver", results);
        if (claims is null)
        {
            results.Skip(ValidityCheck.Code, "validity", "the waiver cannot be read, so it is not known what it covers");
        }
        else
        {
            ValidityCheck.Period(claims.IssuedAt, claims.ExpiresAt, now, results);
            ValidityCheck.Revocation(statement!.Envelope.PayloadSha256, trust, results);
            CheckBelonging(claims, certificateSha256, results);
        }

        return new WaiverVerification { Findings = results.Items, Claims = claims };
    }

    private static void CheckBelonging(Waiver waiver, string? certificateSha256, FindingList results)
    {
        const string Subject = "certificate";
        if (certificateSha256 is null)
        {
            results.Skip(CertificateCodes.WaiverElsewhere, Subject, $"no certificate was given; the waiver is for {waiver.CertificateSha256}");
        }
        else if (certificateSha256 != waiver.CertificateSha256)
        {
            results.Fail(
                CertificateCodes.WaiverElsewhere,
                Subject,
                $"the waiver is for certificate {waiver.CertificateSha256}, in use is {certificateSha256}",
                waiver.CertificateSha256,
                certificateSha256);
        }
        else
        {
            results.Pass(CertificateCodes.WaiverElsewhere, Subject, "the waiver is for this certificate", certificateSha256);
        }
    }
}
