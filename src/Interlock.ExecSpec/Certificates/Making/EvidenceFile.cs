using System.Security.Cryptography;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Certificates.Making;

/// <summary>
/// Reads reports as evidence. A report is a JSON object with <c>kind</c>, <c>suite</c>, <c>trials</c> (or <c>valid</c>, <c>n</c>),
/// <c>successes</c> (or <c>identity</c>, <c>success</c>), <c>substituted</c>, <c>text</c> (or <c>scope</c>), and what it is about:
/// <c>spec_sha256</c> or <c>statistics_fingerprint</c>; at its root or under <c>evidence</c>. Whatever else it says is its own affair and is pinned by the digest of the file.
/// </summary>
public static class EvidenceFile
{
    /// <summary>Largest report, in bytes.</summary>
    public const int LargestFile = 16 << 20;

    private const int LargestDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LargestDepth, AllowDuplicateProperties = false };

    /// <summary>Reads one report.</summary>
    /// <param name="path">The file.</param>
    /// <param name="subject"><see cref="CertificateMaker.SubjectOf"/> the certified specification: a report about another one is refused.</param>
    /// <param name="collector">Takes a warning when the report does not say what it is about, so that it counts for nothing.</param>
    /// <exception cref="DiagnosticException">EX215: unreadable, without evidence, or with evidence that cannot be; carries every finding.</exception>
    public static EvidenceEntry Read(string path, EvidenceSubject subject, DiagnosticCollector collector)
    {
        byte[] bytes = SmallFile.Read(path, LargestFile, CertificateCodes.EvidenceUnusable);
        DiagnosticCollector findings = new();
        EvidenceEntry? entry = Parse(bytes, path, findings);
        if (entry is null || findings.HasErrors)
        {
            throw new DiagnosticException(findings.Items.Select(item => item with { Code = CertificateCodes.EvidenceUnusable }));
        }

        CheckSubject(entry, subject, path, collector);
        return entry with { ReportSha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
    }

    private static void CheckSubject(EvidenceEntry entry, EvidenceSubject subject, string path, DiagnosticCollector collector)
    {
        SourcePlace place = SourcePlace.OfFile(path);
        if (entry is { SpecSha256: null, StatisticsFingerprint: null })
        {
            const string Message = "the report does not say what it is about, so it supports no level";
            collector.Warn(CertificateCodes.EvidenceUnusable, Message, place, $"a report about this policy states \"spec_sha256\": \"{subject.SpecSha256}\"");
        }
        else if (!subject.IsMeantBy(entry))
        {
            string about = $"specification {entry.SpecSha256 ?? "not stated"}, statistics {entry.StatisticsFingerprint ?? "not stated"}";
            string certified = $"specification {subject.SpecSha256}, statistics {subject.StatisticsFingerprint ?? "none, so that only spec_sha256 tells it apart"}";
            throw new DiagnosticException(CertificateCodes.EvidenceUnusable, $"the report is about {about}; certified is {certified}", place);
        }
    }

    private static EvidenceEntry? Parse(byte[] bytes, string path, DiagnosticCollector findings)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, Options);
            FieldReader report = new(document.RootElement, "", new FieldReport(path, findings));
            FieldReader fields = report.Group("evidence", isOptional: true) ?? report;
            return EvidenceFields.ReadReport(fields);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            findings.Error(CertificateCodes.EvidenceUnusable, $"the report is not JSON: {exception.Message}", SourcePlace.OfFile(path));
            return null;
        }
    }
}
