using System.Security.Cryptography;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Certificates.Making;

/// <summary>
/// Reads reports as evidence. A report is a JSON object with <c>kind</c>, <c>suite</c>, <c>trials</c> (or <c>valid</c>, <c>n</c>),
/// <c>successes</c> (or <c>identity</c>, <c>success</c>), <c>substituted</c>, <c>text</c> (or <c>scope</c>), at its root or under
/// <c>evidence</c>; whatever else it says is its own affair and is pinned by the digest of the file.
/// </summary>
public static class EvidenceFile
{
    /// <summary>Largest report, in bytes.</summary>
    public const int LargestFile = 16 << 20;

    private const int LargestDepth = 64;
    private const string SpecDigest = "spec_sha256";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LargestDepth, AllowDuplicateProperties = false };

    /// <summary>Reads one report.</summary>
    /// <param name="path">The file.</param>
    /// <param name="specSha256"><see cref="CertificateMaker.SpecSha256"/> of the certified specification: a report that names another one is refused.</param>
    /// <exception cref="DiagnosticException">EX215: unreadable, without evidence, or with evidence that cannot be; carries every finding.</exception>
    public static EvidenceEntry Read(string path, string specSha256)
    {
        byte[] bytes = SmallFile.Read(path, LargestFile, CertificateCodes.EvidenceUnusable);
        DiagnosticCollector findings = new();
        EvidenceEntry? entry = Parse(bytes, path, specSha256, findings);
        return entry is not null && !findings.HasErrors
            ? entry with { ReportSha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) }
            : throw new DiagnosticException(findings.Items.Select(item => item with { Code = CertificateCodes.EvidenceUnusable }));
    }

    private static EvidenceEntry? Parse(byte[] bytes, string path, string specSha256, DiagnosticCollector findings)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, Options);
            FieldReader report = new(document.RootElement, "", new FieldReport(path, findings));
            FieldReader fields = report.Group("evidence", isOptional: true) ?? report;
            if (fields.Has(SpecDigest) && fields.Text(SpecDigest, CertificateLimits.LongestName) is { } about && about != specSha256)
            {
                fields.Wrong(SpecDigest, $"the report is about specification {about}, certified is {specSha256}");
            }

            return findings.HasErrors ? null : EvidenceFields.ReadReport(fields);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            findings.Error(CertificateCodes.EvidenceUnusable, $"the report is not JSON: {exception.Message}", SourcePlace.OfFile(path));
            return null;
        }
    }
}
