using System.Security.Cryptography;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Manifest;

/// <summary>
/// The files of a model by the rules of OpenSSF Model Signing 1.0: relative paths with <c>/</c> in the order of their UTF-8 bytes, one
/// SHA-256 per file, no symbolic links. Immutable.
/// </summary>
public sealed class FolderManifest
{
    private FolderManifest(string name, IReadOnlyList<ManifestEntry> entries)
    {
        Name = name;
        Entries = entries;
        RootDigest = RootOf(entries);
    }

    /// <summary>Name of the folder or file, without its parents. For people.</summary>
    public string Name { get; }

    /// <summary>One entry per file, ordered by path; at least one.</summary>
    public IReadOnlyList<ManifestEntry> Entries { get; }

    /// <summary>
    /// SHA-256 over the concatenated digests (raw bytes) of all entries in order, 64 lower-case hexadecimal digits. Names are not part of
    /// it: compare manifests with <see cref="DifferencesOf"/>, not by this.
    /// </summary>
    public string RootDigest { get; }

    /// <summary>Sum of the sizes, in bytes; null when a size is not stated.</summary>
    public long? TotalBytes => Entries.Sum(entry => entry.Bytes ?? 0L) is var sum && Entries.All(entry => entry.Bytes is not null) ? sum : null;

    /// <summary>Reads and hashes a folder, or a single file, which becomes a manifest of one entry.</summary>
    /// <param name="path">Folder or file; may itself be a symbolic link.</param>
    /// <param name="hashing">What to leave out, which cache to use, and whom to tell; null for the defaults.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="DiagnosticException">
    /// EX220 unreadable; EX221 a symbolic link; EX222 a name that is not portable; EX223 too many files or too deep; EX224 a file changed
    /// while it was read; EX225 no file; EX226 neither a file nor a folder. Carries every finding.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FolderManifest Build(string path, FileHashing? hashing = null, CancellationToken cancellation = default) =>
        Hashing.ManifestBuilder.Build(path, hashing ?? new FileHashing(), cancellation);

    /// <summary>A manifest from entries that a document states; they are brought into order.</summary>
    /// <param name="name">Name of the folder or file.</param>
    /// <param name="entries">At least one.</param>
    /// <param name="file">The document, for messages.</param>
    /// <exception cref="DiagnosticException">EX227: no entry, a path given twice, absolute or leading outside, or a digest that is none.</exception>
    public static FolderManifest FromEntries(string name, IEnumerable<ManifestEntry> entries, string? file = null)
    {
        ManifestEntry[] ordered = [.. entries.OrderBy(entry => entry.Path, PathOrder.Instance)];
        DiagnosticCollector findings = new();
        EntryRules.Check(ordered, file, findings);
        findings.ThrowIfErrors();
        return new FolderManifest(name, ordered);
    }

    /// <summary>How <paramref name="found"/> differs from this, the signed, manifest; ordered by path, empty when it does not.</summary>
    public IReadOnlyList<ManifestDifference> DifferencesOf(FolderManifest found)
    {
        Dictionary<string, string> signed = Entries.ToDictionary(entry => entry.Path, entry => entry.Sha256, StringComparer.Ordinal);
        Dictionary<string, string> present = found.Entries.ToDictionary(entry => entry.Path, entry => entry.Sha256, StringComparer.Ordinal);
        IEnumerable<ManifestDifference> gone = Entries.Where(entry => !present.ContainsKey(entry.Path))
            .Select(entry => new ManifestDifference(ManifestChange.Missing, entry.Path, entry.Sha256, null));
        IEnumerable<ManifestDifference> other = found.Entries.Where(entry => signed.GetValueOrDefault(entry.Path) != entry.Sha256)
            .Select(entry => signed.TryGetValue(entry.Path, out string? digest)
                ? new ManifestDifference(ManifestChange.Changed, entry.Path, digest, entry.Sha256)
                : new ManifestDifference(ManifestChange.Extra, entry.Path, null, entry.Sha256));
        return [.. gone.Concat(other).OrderBy(item => item.Path, PathOrder.Instance)];
    }

    private static string RootOf(IReadOnlyList<ManifestEntry> entries)
    {
        using IncrementalHash root = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ManifestEntry entry in entries)
        {
            root.AppendData(Convert.FromHexString(entry.Sha256));
        }

        return Convert.ToHexStringLower(root.GetHashAndReset());
    }
}
