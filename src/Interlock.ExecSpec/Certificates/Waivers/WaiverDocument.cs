using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Signing;

namespace Interlock.ExecSpec.Certificates.Waivers;

/// <summary>Waivers as files: the same envelope and statement as a certificate, with a predicate of their own.</summary>
public static class WaiverDocument
{
    /// <summary>How the names of such files end.</summary>
    public const string Extension = ".waiver.json";

    private const string SubjectName = "certificate";

    /// <summary>Checks a waiver before anybody signs it.</summary>
    /// <param name="waiver">The waiver.</param>
    /// <param name="findings">Takes EX208 fields, EX211 period, EX217 codes that are never waived.</param>
    public static void Check(Waiver waiver, DiagnosticCollector findings) => Check(waiver, new FieldReport(null, findings));

    /// <summary>An envelope that nobody signed yet.</summary>
    public static DsseEnvelope ToEnvelope(Waiver waiver) => DsseEnvelope.Create(
        StatementTypes.Payload,
        StatementWriter.Write(StatementTypes.Waiver, [new StatementSubject(SubjectName, waiver.CertificateSha256)], writer => Write(writer, waiver)));

    /// <summary>What an envelope claims, whoever signed it. To believe it, use <see cref="WaiverVerifier"/>.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="findings">Takes EX205 to EX208, EX210, EX211 and EX217.</param>
    public static Waiver? ReadClaims(DsseEnvelope envelope, string? file, DiagnosticCollector findings) => Read(envelope.Payload, file, findings);

    internal static Waiver? Read(ReadOnlyMemory<byte> payload, string? file, DiagnosticCollector findings) =>
        StatementReader.Read(payload, StatementTypes.Waiver, file, findings, Read);

    private static Waiver? Read(Statement statement)
    {
        FieldReader fields = statement.Predicate.Only("issued_at", "expires_at", "certificate_digest", "codes", "reason", "approver");
        DateTimeOffset? issued = fields.Time("issued_at");
        DateTimeOffset? expires = fields.Time("expires_at");
        string? digest = fields.Digest("certificate_digest");
        string? reason = fields.Text("reason", CertificateLimits.LongestText);
        string? approver = fields.Text("approver", CertificateLimits.LongestName);
        IReadOnlyList<string> codes = fields.Texts("codes", WaivableCodes.All.Count, CertificateLimits.LongestName);
        if (issued is null || expires is null || digest is null || reason is null || approver is null)
        {
            return null;
        }

        Waiver waiver = new()
        {
            CertificateSha256 = digest,
            Codes = codes,
            Reason = reason,
            Approver = approver,
            IssuedAt = issued.Value,
            ExpiresAt = expires.Value,
        };
        Check(waiver, fields.Report);
        if (!statement.Subjects.SequenceEqual([new StatementSubject(SubjectName, digest)]))
        {
            fields.Report.Error(CertificateCodes.SubjectsDisagree, "subject", "the subject of the statement is not the certificate that its predicate names");
        }

        return waiver;
    }

    private static void Check(Waiver waiver, FieldReport report)
    {
        foreach (string fault in waiver.Codes.Select(WaivableCodes.Fault).OfType<string>())
        {
            report.Error(CertificateCodes.NeverWaived, "predicate.codes", fault, "certify what is meant to run");
        }

        if (waiver.Codes.Count == 0 || waiver.Codes.Distinct(StringComparer.Ordinal).Count() < waiver.Codes.Count)
        {
            report.Error(CertificateCodes.FieldInvalid, "predicate.codes", "codes are named once each, and at least one");
        }

        if (!Digests.IsSha256(waiver.CertificateSha256))
        {
            report.Error(CertificateCodes.FieldInvalid, "predicate.certificate_digest", $"{Quoted.Of(waiver.CertificateSha256)} is not a SHA-256");
        }

        if (IsBlank(waiver.Reason, CertificateLimits.LongestText) || IsBlank(waiver.Approver, CertificateLimits.LongestName))
        {
            report.Error(CertificateCodes.FieldInvalid, "predicate.reason", "a waiver names who decided and why, on one line each");
        }

        if (CertificateTime.Fault(waiver.IssuedAt, waiver.ExpiresAt) is { } impossible)
        {
            report.Error(CertificateCodes.ValidityImpossible, "predicate.expires_at", impossible);
        }
    }

    private static bool IsBlank(string text, int longest) => string.IsNullOrWhiteSpace(text) || text.Length > longest || !PlainText.IsPlain(text);

    private static void Write(Utf8JsonWriter writer, Waiver waiver)
    {
        writer.WriteString("issued_at", CertificateTime.Of(waiver.IssuedAt));
        writer.WriteString("expires_at", CertificateTime.Of(waiver.ExpiresAt));
        StatementWriter.WriteDigest(writer, "certificate_digest", waiver.CertificateSha256);
        writer.WriteStartArray("codes");
        foreach (string code in waiver.Codes)
        {
            writer.WriteStringValue(code);
        }

        writer.WriteEndArray();
        writer.WriteString("reason", waiver.Reason);
        writer.WriteString("approver", waiver.Approver);
    }
}
