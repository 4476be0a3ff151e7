using System.Security.Cryptography;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Certificates.Making;

/// <summary>
/// Reads reports as evidence. A report is any JSON object with the key <c>evidence</c>: <c>{"kind", "suite", "trials", "successes",
/// "substituted", "text"}</c>; the rest of the report is its own affair and is pinned by the digest of the file.
/// </summary>
public static class EvidenceFile
{
    /// <summary>Largest report, in bytes.</summary>
    public const int LargestFile = 16 << 20;

    private const int LargestDepth = 64;

    /// <summary>Reads one report.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DiagnosticException">EX215: unreadable, without evidence, or with evidence that cannot be; carries every finding.</exception>
    public static EvidenceEntry Read(string path)
    {
        byte[] bytes = SmallFile.Read(path, LargestFile, CertificateCodes.EvidenceUnusable);
        DiagnosticCollector findings = new();
        EvidenceEntry? entry = Parse(bytes, path, findings);
        if (findings.HasErrors || entry is null)
        {
            throw new DiagnosticException(findings.Items.Select(item => item with { Code = CertificateCodes.EvidenceUnusable }));
        }

        return entry with { ReportSha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
    }

    private static EvidenceEntry? Parse(byte[] bytes, string path, DiagnosticCollector findings)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = LargestDepth });
            FieldReader report = new(document.RootElement, "", new FieldReport(path, findings));
            return report.Group("evidence") is { } evidence ? EvidenceFields.Read(evidence.Only(EvidenceFields.Names)) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            findings.Error(CertificateCodes.EvidenceUnusable, $"the report is not JSON: {exception.Message}", SourcePlace.OfFile(path));
            return null;
        }
    }
}
