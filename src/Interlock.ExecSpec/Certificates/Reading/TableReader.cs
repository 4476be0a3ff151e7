using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Manifest;

namespace Interlock.ExecSpec.Certificates.Reading;

/// <summary>Reads the lists of a certificate.</summary>
internal static class TableReader
{
    public static ProbeTable? Probes(FieldReader fields, int channels)
    {
        fields.Only("abs_tol", "rel_tol", "rows");
        double? absolute = fields.Number("abs_tol", 0, ProbeTable.LargestTolerance);
        double? relative = fields.Number("rel_tol", 0, ProbeTable.LargestTolerance);
        ProbeRow[] rows = [.. fields.Groups("rows", ProbeTable.MostRows).Select(row => Row(row, channels))];
        if (rows.Length == 0)
        {
            fields.Wrong("rows", "at least one row is needed");
        }

        return absolute is null || relative is null ? null : new ProbeTable(rows, absolute.Value, relative.Value);
    }

    public static CertifiedSibling? Sibling(FieldReader fields)
    {
        fields.Only("key", "fingerprint", "drift_mean_abs", "drift_worst", "max_channel", "null_mm_per_s", "null_rad_per_s");
        double? Size(string key) => fields.Number(key, 0, double.MaxValue, isOptional: true);
        return fields.Text("key", CertificateLimits.LongestName) is { } name && fields.Digest("fingerprint") is { } fingerprint
            ? new CertifiedSibling
            {
                Key = name,
                Fingerprint = fingerprint,
                DriftMeanAbs = Size("drift_mean_abs"),
                DriftWorst = Size("drift_worst"),
                MaxChannel = fields.Text("max_channel", CertificateLimits.LongestName, isOptional: true),
                NullMmPerS = Size("null_mm_per_s"),
                NullRadPerS = Size("null_rad_per_s"),
            }
            : null;
    }

    public static CertifiedArtefacts? Artefacts(FieldReader fields)
    {
        fields.Only("name", "root_digest", "files");
        string? name = fields.Text("name", CertificateLimits.LongestPath);
        string? root = fields.Digest("root_digest");
        (ManifestEntry Entry, ArtefactRole Role)[] files =
            [.. fields.Groups("files", CertifiedArtefacts.MostFiles).Select(FileOf).OfType<(ManifestEntry, ArtefactRole)>()];
        return name is null || root is null || fields.Report.HasErrors ? null : Manifest(fields, name, root, files);
    }

    private static CertifiedArtefacts? Manifest(FieldReader fields, string name, string root, (ManifestEntry Entry, ArtefactRole Role)[] files)
    {
        try
        {
            FolderManifest manifest = FolderManifest.FromEntries(name, files.Select(file => file.Entry));
            if (manifest.RootDigest != root)
            {
                fields.Wrong("root_digest", $"{root} is stated, the files give {manifest.RootDigest}");
            }

            Dictionary<string, ArtefactRole> roles = files.ToDictionary(file => file.Entry.Path, file => file.Role, StringComparer.Ordinal);
            return new CertifiedArtefacts(manifest, [.. manifest.Entries.Select(entry => roles[entry.Path])]);
        }
        catch (DiagnosticException exception)
        {
            foreach (Diagnostic item in exception.Diagnostics)
            {
                fields.Wrong("files", $"{item.Code} {item.Message}");
            }

            return null;
        }
    }

    private static (ManifestEntry, ArtefactRole)? FileOf(FieldReader fields)
    {
        fields.Only("path", "role", "digest", "bytes");
        ArtefactRole? role = fields.Word<ArtefactRole>("role");
        long? bytes = fields.Whole("bytes", CertificateLimits.LargestFile, isOptional: true);
        return fields.Text("path", CertificateLimits.LongestPath) is { } path && fields.Digest("digest") is { } digest
            ? (new ManifestEntry(path, digest, bytes), role ?? ArtefactRole.Other)
            : null;
    }

    private static ProbeRow Row(FieldReader fields, int channels)
    {
        fields.Only("z", "command");
        ProbeRow row = new(fields.Numbers("z", CertificateLimits.MostChannels), fields.Numbers("command", CertificateLimits.MostChannels));
        if (row.Z.Count != channels || row.Command.Count != channels)
        {
            fields.Wrong("", $"{row.Z.Count} values and {row.Command.Count} commands for {channels} channels");
        }

        return row;
    }
}
