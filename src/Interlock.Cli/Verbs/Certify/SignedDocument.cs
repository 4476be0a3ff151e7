using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Certificates.Waivers;
using Interlock.ExecSpec.Signing;

namespace Interlock.Cli.Verbs.Certify;

/// <summary>A certificate or a waiver, whoever signed it; exactly one of the two.</summary>
internal sealed record SignedDocument(string File, DsseEnvelope Envelope, Certificate? Certificate, Waiver? Waiver)
{
    /// <summary>Reads either; throws with every finding when it is neither, or contradicts itself.</summary>
    public static SignedDocument Read(VerbHost host, string file)
    {
        DsseEnvelope envelope = SignedFile.Read(file);
        DiagnosticCollector findings = new();
        SignedDocument document = StatementTypes.Of(envelope) == StatementTypes.Waiver
            ? new(file, envelope, null, WaiverDocument.ReadClaims(envelope, file, findings))
            : new(file, envelope, CertificateDocument.ReadClaims(envelope, file, findings), null);
        findings.ThrowIfErrors();
        FailureReport.Write(host.Error, findings.Items);
        return document;
    }

    public void WriteText(VerbHost host)
    {
        if (Certificate is not null)
        {
            CertificateText.Write(host, Certificate);
        }
        else
        {
            CertificateText.Write(host, Waiver!);
        }
    }

    public void WriteJson(System.Text.Json.Utf8JsonWriter writer)
    {
        if (Certificate is not null)
        {
            CertificateJson.Write(writer, File, Envelope, Certificate);
        }
        else
        {
            CertificateJson.Write(writer, File, Envelope, Waiver!);
        }
    }
}
