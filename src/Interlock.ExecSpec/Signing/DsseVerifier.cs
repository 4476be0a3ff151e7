using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Signing.Keys;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Signing;

/// <summary>
/// Decides who signed an envelope: (t, n) of DSSE, at least t different keys out of those that are trusted. A key id is a hint and
/// decides nothing; a signature by a key that is not trusted counts for nothing and is listed.
/// </summary>
public static class DsseVerifier
{
    /// <summary>Tries every signature against every key.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="trusted">The trusted keys; one given twice counts once.</param>
    /// <param name="threshold">How many of them must have signed, 1 or more.</param>
    public static SignatureReport Check(DsseEnvelope envelope, IEnumerable<VerificationKey> trusted, int threshold = 1) =>
        Check(envelope, trusted, [], threshold);

    /// <summary>Tries every signature against every key of a trust store, of which revoked ones count for nothing.</summary>
    /// <inheritdoc cref="Check(DsseEnvelope, IEnumerable{VerificationKey}, int)"/>
    public static SignatureReport Check(DsseEnvelope envelope, TrustStore trust) =>
        Check(envelope, trust.Keys, trust.RevokedKeys, trust.Threshold);

    /// <summary>The payload when enough trusted keys signed it and it is of a known type; null otherwise, with the reasons as findings.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="trust">Whom to believe.</param>
    /// <param name="payloadTypes">Payload types that the caller can read.</param>
    /// <param name="findings">Takes EX002 (signatures) and EX003 (payload type).</param>
    /// <param name="file">Name of the envelope's file, for messages.</param>
    public static VerifiedPayload? Verify(
        DsseEnvelope envelope,
        TrustStore trust,
        IReadOnlyCollection<string> payloadTypes,
        DiagnosticCollector findings,
        string? file = null)
    {
        SignatureReport report = Check(envelope, trust);
        if (!report.IsAccepted)
        {
            findings.Error(SigningCodes.NotEnoughSignatures, report.Summary, new SourcePlace(file, Key: "signatures"), report.Hint);
        }

        bool isKnown = payloadTypes.Contains(envelope.PayloadType, StringComparer.Ordinal);
        if (!isKnown)
        {
            findings.Error(
                SigningCodes.PayloadTypeUnknown,
                $"the payload is a {Quoted.Of(envelope.PayloadType)}, expected {string.Join(" or ", payloadTypes)}",
                new SourcePlace(file, Key: "payloadType"));
        }

        return report.IsAccepted && isKnown ? new VerifiedPayload(envelope, report) : null;
    }

    private static SignatureReport Check(
        DsseEnvelope envelope,
        IEnumerable<VerificationKey> trusted,
        IEnumerable<VerificationKey> revoked,
        int threshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        VerificationKey[] good = [.. trusted.Distinct()];
        VerificationKey[] bad = [.. revoked.Distinct()];
        byte[] signed = PreAuthenticationEncoding.Of(envelope.PayloadType, envelope.Payload.Span);
        SignatureVerdict[] verdicts = [.. envelope.Signatures.Select(signature => Judge(signature, signed, good, bad))];
        return new SignatureReport(verdicts, good, threshold);
    }

    private static SignatureVerdict Judge(DsseSignature signature, byte[] signed, VerificationKey[] good, VerificationKey[] bad)
    {
        VerificationKey? Maker(VerificationKey[] keys) => Array.Find(keys, key => key.Verifies(signed, signature.Bytes.Span));
        return Maker(bad) is { } revoked
            ? new SignatureVerdict(signature.KeyId, revoked, IsRevoked: true)
            : new SignatureVerdict(signature.KeyId, Maker(good), IsRevoked: false);
    }
}
