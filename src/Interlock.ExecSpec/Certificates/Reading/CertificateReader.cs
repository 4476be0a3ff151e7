using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Certificates.Reading;

/// <summary>Reads a certificate and computes again everything in it that follows from something else in it.</summary>
internal static class CertificateReader
{
    private static readonly string[] Fields =
    [
        "issued_at", "expires_at", "level", "limitations", "spec_digest", "spec", "statistics_fingerprint",
        "artefacts", "siblings", "probes", "evidence",
    ];

    /// <summary>The certificate, or null with findings. A level above the evidence is a warning: whoever asks for a level is told.</summary>
    public static Certificate? Read(ReadOnlyMemory<byte> payload, string? file, DiagnosticCollector findings) =>
        StatementReader.Read(payload, StatementTypes.Certificate, file, findings, Read);

    private static Certificate? Read(Statement statement)
    {
        FieldReader fields = statement.Predicate.Only(Fields);
        if (ReadSpec(fields) is not { } spec || ReadFields(fields, spec) is not { } certificate || fields.Report.HasErrors)
        {
            return null;
        }

        CertificateConsistency.Check(certificate, statement, fields.Report);
        return certificate;
    }

    private static Certificate? ReadFields(FieldReader fields, ExecutableSpec spec)
    {
        DateTimeOffset? issued = fields.Time("issued_at");
        DateTimeOffset? expires = fields.Time("expires_at");
        CertificateLevel? level = fields.Word<CertificateLevel>("level");
        string? limitations = fields.Text("limitations", CertificateLimits.LongestText);
        string? digest = fields.Digest("spec_digest");
        string? fingerprint = fields.Digest("statistics_fingerprint");
        ProbeTable? probes = fields.Group("probes") is { } group ? TableReader.Probes(group, spec.Action.Channels.Count) : null;
        CertifiedArtefacts? artefacts = fields.Group("artefacts", isOptional: true) is { } files ? TableReader.Artefacts(files) : null;
        CertifiedSibling[] siblings = [.. fields.Groups("siblings", CertificateLimits.MostSiblings).Select(TableReader.Sibling).OfType<CertifiedSibling>()];
        EvidenceEntry[] evidence = [.. fields.Groups("evidence", CertificateLimits.MostEvidence).Select(ReadEvidence).OfType<EvidenceEntry>()];
        return issued is null || expires is null || digest is null || fingerprint is null || probes is null
            ? null
            : new Certificate
            {
                Spec = spec,
                SpecSha256 = digest,
                StatisticsFingerprint = fingerprint,
                Artefacts = artefacts,
                Siblings = siblings,
                Probes = probes,
                Evidence = evidence,
                Level = level ?? CertificateLevel.Declared,
                IssuedAt = issued.Value,
                ExpiresAt = expires.Value,
                Limitations = limitations ?? "",
            };
    }

    private static EvidenceEntry? ReadEvidence(FieldReader fields)
    {
        EvidenceEntry? entry = EvidenceFields.Read(fields.Only([.. EvidenceFields.Names, "spec_digest", "statistics_fingerprint", "report"]));
        return entry is null ? null : entry with
        {
            SpecSha256 = fields.Digest("spec_digest", isOptional: true),
            StatisticsFingerprint = fields.Digest("statistics_fingerprint", isOptional: true),
            ReportSha256 = fields.Digest("report", isOptional: true),
        };
    }

    private static ExecutableSpec? ReadSpec(FieldReader fields)
    {
        if (fields.Group("spec") is not { } group)
        {
            return null;
        }

        DiagnosticCollector found = new();
        ReadOnlySpan<byte> bytes = System.Text.Encoding.UTF8.GetBytes(group.Element.GetRawText());
        ExecutableSpec? spec = SpecFile.Read(bytes, fields.Report.File ?? "certificate", found);
        if (spec is not null)
        {
            Certifiability.Check(spec, found);
        }

        foreach (Diagnostic item in found.Items.Where(item => item.Severity == DiagnosticSeverity.Error))
        {
            string path = item.Place?.Key is { Length: > 0 } key ? $"{group.PathOf(key)}" : group.PathOf("");
            fields.Report.Error(CertificateCodes.SpecInvalid, path, $"the specification inside is not valid: {item.Code} {item.Message}", item.Hint);
        }

        return found.HasErrors ? null : spec;
    }
}
