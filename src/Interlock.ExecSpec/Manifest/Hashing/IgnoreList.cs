using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Manifest.Hashing;

/// <summary>What is left out of a manifest (OpenSSF Model Signing 1.0 §6.2): paths of the root, exact, with all that is below them.</summary>
internal sealed class IgnoreList
{
    private static readonly string[] Default = [".git", ".gitignore", ".gitattributes", ".github"];

    private readonly HashSet<string> _paths = new(Default, StringComparer.Ordinal);

    public IgnoreList(string root, FileHashing hashing)
    {
        foreach (string path in hashing.IgnoredPaths)
        {
            _paths.Add(PortablePath.IsCanonical(path) ? path : throw new DiagnosticException(
                ManifestCodes.NameNotPortable,
                $"{Quoted.Of(path)} cannot be left out: it is not a relative path in canonical form",
                SourcePlace.OfFile(root)));
        }

        if (hashing.SignatureFile is { } signature)
        {
            _paths.Add(Path.GetRelativePath(root, signature).Replace(Path.DirectorySeparatorChar, '/'));
        }
    }

    public bool Contains(string relativePath) => _paths.Contains(relativePath);
}
