using System.Text.Json;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Files.Writing;
using Interlock.ExecSpec.Manifest;

namespace Interlock.ExecSpec.Certificates.Writing;

/// <summary>The bytes of a certificate's statement.</summary>
internal static class CertificateWriter
{
    public static byte[] Bytes(Certificate certificate) =>
        StatementWriter.Write(StatementTypes.Certificate, CertificateSubjects.Of(certificate), writer => Predicate(writer, certificate));

    private static void Predicate(Utf8JsonWriter writer, Certificate certificate)
    {
        writer.WriteString("issued_at", CertificateTime.Of(certificate.IssuedAt));
        writer.WriteString("expires_at", CertificateTime.Of(certificate.ExpiresAt));
        writer.WriteString("level", EnumWord.Of(certificate.Level));
        writer.WriteString("limitations", certificate.Limitations);
        StatementWriter.WriteDigest(writer, "spec_digest", certificate.SpecSha256);
        writer.WritePropertyName("spec");
        using (JsonDocument spec = JsonDocument.Parse(SpecWriter.Bytes(certificate.Spec, DocumentScope.File)))
        {
            spec.RootElement.WriteTo(writer);
        }

        StatementWriter.WriteDigest(writer, "statistics_fingerprint", certificate.StatisticsFingerprint);
        Artefacts(writer, certificate.Artefacts);
        Siblings(writer, certificate.Siblings);
        Probes(writer, certificate.Probes);
        writer.WriteStartArray("evidence");
        foreach (EvidenceEntry entry in certificate.Evidence)
        {
            Evidence(writer, entry);
        }

        writer.WriteEndArray();
    }

    private static void Artefacts(Utf8JsonWriter writer, CertifiedArtefacts? artefacts)
    {
        if (artefacts is null)
        {
            return;
        }

        writer.WriteStartObject("artefacts");
        writer.WriteString("name", artefacts.Files.Name);
        StatementWriter.WriteDigest(writer, "root_digest", artefacts.Files.RootDigest);
        writer.WriteStartArray("files");
        foreach ((ManifestEntry entry, ArtefactRole role) in artefacts.Files.Entries.Zip(artefacts.Roles))
        {
            writer.WriteStartObject();
            writer.WriteString("path", entry.Path);
            writer.WriteString("role", EnumWord.Of(role));
            StatementWriter.WriteDigest(writer, "digest", entry.Sha256);
            StatementWriter.WriteOptional(writer, "bytes", entry.Bytes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Siblings(Utf8JsonWriter writer, IEnumerable<CertifiedSibling> siblings)
    {
        writer.WriteStartArray("siblings");
        foreach (CertifiedSibling sibling in siblings)
        {
            writer.WriteStartObject();
            writer.WriteString("key", sibling.Key);
            StatementWriter.WriteDigest(writer, "fingerprint", sibling.Fingerprint);
            StatementWriter.WriteOptional(writer, "drift_mean_abs", sibling.DriftMeanAbs);
            StatementWriter.WriteOptional(writer, "drift_worst", sibling.DriftWorst);
            StatementWriter.WriteOptional(writer, "max_channel", sibling.MaxChannel);
            StatementWriter.WriteOptional(writer, "null_mm_per_s", sibling.NullMmPerS);
            StatementWriter.WriteOptional(writer, "null_rad_per_s", sibling.NullRadPerS);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Probes(Utf8JsonWriter writer, ProbeTable probes)
    {
        writer.WriteStartObject("probes");
        writer.WriteNumber("abs_tol", probes.AbsTol);
        writer.WriteNumber("rel_tol", probes.RelTol);
        writer.WriteStartArray("rows");
        foreach (ProbeRow row in probes.Rows)
        {
            writer.WriteStartObject();
            StatementWriter.WriteNumbers(writer, "z", row.Z);
            StatementWriter.WriteNumbers(writer, "command", row.Command);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Evidence(Utf8JsonWriter writer, EvidenceEntry entry)
    {
        writer.WriteStartObject();
        EvidenceFields.Write(writer, entry);
        Digest(writer, "spec_digest", entry.SpecSha256);
        Digest(writer, "statistics_fingerprint", entry.StatisticsFingerprint);
        Digest(writer, "report", entry.ReportSha256);

        writer.WriteEndObject();
    }

    private static void Digest(Utf8JsonWriter writer, string name, string? sha256)
    {
        if (sha256 is not null)
        {
            StatementWriter.WriteDigest(writer, name, sha256);
        }
    }
}
