using System.Text.Json;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Verification;
using Interlock.ExecSpec.Certificates.Waivers;
using Interlock.ExecSpec.Signing;

namespace Interlock.Cli.Verbs.Certify;

/// <summary>Certificates, waivers and verdicts as JSON.</summary>
internal static class CertificateJson
{
    public static void Write(Utf8JsonWriter writer, string file, DsseEnvelope envelope, Certificate certificate)
    {
        writer.WriteStartObject();
        WriteHead(writer, file, "certificate", envelope);
        WriteSummary(writer, certificate);
        WriteStatement(writer, envelope);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, string file, DsseEnvelope envelope, Waiver waiver)
    {
        writer.WriteStartObject();
        WriteHead(writer, file, "waiver", envelope);
        WriteSummary(writer, waiver);
        WriteStatement(writer, envelope);
        writer.WriteEndObject();
    }

    public static void WriteSummary(Utf8JsonWriter writer, Certificate? certificate)
    {
        if (certificate is null)
        {
            return;
        }

        writer.WriteString("name", certificate.Spec.Name);
        writer.WriteString("key", certificate.Spec.Unnormaliser.Key);
        writer.WriteString("spec_sha256", certificate.SpecSha256);
        writer.WriteString("statistics_fingerprint", certificate.StatisticsFingerprint);
        writer.WriteString("artefacts_root_sha256", certificate.Artefacts?.Files.RootDigest);
        writer.WriteString("level", EnumWord.Of(certificate.Level));
        writer.WriteString("supported_level", EnumWord.Of(certificate.SupportedLevel));
        writer.WriteString("issued_at", CertificateText.Time(certificate.IssuedAt));
        writer.WriteString("expires_at", CertificateText.Time(certificate.ExpiresAt));
    }

    public static void WriteSummary(Utf8JsonWriter writer, Waiver? waiver)
    {
        if (waiver is null)
        {
            return;
        }

        writer.WriteString("certificate_sha256", waiver.CertificateSha256);
        writer.WriteStartArray("codes");
        foreach (string code in waiver.Codes)
        {
            writer.WriteStringValue(code);
        }

        writer.WriteEndArray();
        writer.WriteString("approver", waiver.Approver);
        writer.WriteString("reason", waiver.Reason);
        writer.WriteString("issued_at", CertificateText.Time(waiver.IssuedAt));
        writer.WriteString("expires_at", CertificateText.Time(waiver.ExpiresAt));
    }

    public static void WriteFindings(Utf8JsonWriter writer, IEnumerable<CertificateFinding> findings)
    {
        writer.WriteStartArray("findings");
        foreach (CertificateFinding finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", finding.Code);
            writer.WriteString("status", EnumWord.Of(finding.Status));
            writer.WriteString("subject", finding.Subject);
            writer.WriteString("message", finding.Text);
            writer.WriteString("expected", finding.Expected);
            writer.WriteString("observed", finding.Observed);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteHead(Utf8JsonWriter writer, string file, string kind, DsseEnvelope envelope)
    {
        writer.WriteString("file", file);
        writer.WriteString("kind", kind);
        writer.WriteString("payload_sha256", envelope.PayloadSha256);
        writer.WriteStartArray("signatures");
        foreach (DsseSignature signature in envelope.Signatures)
        {
            writer.WriteStringValue(signature.KeyId);
        }

        writer.WriteEndArray();
    }

    private static void WriteStatement(Utf8JsonWriter writer, DsseEnvelope envelope)
    {
        writer.WritePropertyName("statement");
        writer.WriteRawValue(envelope.Payload.Span);
    }
}
