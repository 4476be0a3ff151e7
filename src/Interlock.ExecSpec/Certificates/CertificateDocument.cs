using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates.Reading;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Certificates.Writing;
using Interlock.ExecSpec.Signing;

namespace Interlock.ExecSpec.Certificates;

/// <summary>Certificates as files: an in-toto statement in a DSSE envelope.</summary>
public static class CertificateDocument
{
    /// <summary>How the names of such files end.</summary>
    public const string Extension = ".cert.json";

    /// <summary>An envelope that nobody signed yet. Equal certificates give equal bytes.</summary>
    public static DsseEnvelope ToEnvelope(Certificate certificate) =>
        DsseEnvelope.Create(StatementTypes.Payload, CertificateWriter.Bytes(certificate));

    /// <summary>What an envelope claims, whoever signed it: to show it, or to sign it. To believe it, use <see cref="Verification.CertificateVerifier"/>.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="findings">Takes EX003 and EX205 to EX213.</param>
    /// <returns>The certificate; null when it cannot be read or contradicts itself.</returns>
    public static Certificate? ReadClaims(DsseEnvelope envelope, string? file, DiagnosticCollector findings)
    {
        if (envelope.PayloadType == StatementTypes.Payload)
        {
            return CertificateReader.Read(envelope.Payload, file, findings);
        }

        findings.Error(
            SigningCodes.PayloadTypeUnknown, StatementWords.OtherPayload(envelope.PayloadType), new SourcePlace(file, Key: "payloadType"));
        return null;
    }
}
