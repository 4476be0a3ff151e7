using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Signing;

namespace Interlock.ExecSpec.Manifest;

/// <summary>What entries of a manifest may be.</summary>
internal static class EntryRules
{
    public static void Check(ManifestEntry[] ordered, string? file, DiagnosticCollector findings)
    {
        if (ordered.Length == 0)
        {
            findings.Error(ManifestCodes.InvalidManifest, "the manifest names no file", new SourcePlace(file));
        }

        for (int i = 0; i < ordered.Length; i++)
        {
            if (ProblemOf(ordered[i]) is { } problem)
            {
                findings.Error(ManifestCodes.InvalidManifest, $"{Quoted.Of(ordered[i].Path)} {problem}", new SourcePlace(file));
            }
            else if (i > 0 && ordered[i].Path == ordered[i - 1].Path)
            {
                findings.Error(ManifestCodes.InvalidManifest, $"{Quoted.Of(ordered[i].Path)} is named twice", new SourcePlace(file));
            }
        }
    }

    private static string? ProblemOf(ManifestEntry entry) =>
        !PortablePath.IsCanonical(entry.Path) ? "is not a relative path in canonical form"
        : !Digests.IsSha256(entry.Sha256) ? "has no SHA-256 of 64 lower-case hexadecimal digits"
        : entry.Bytes < 0 ? "has a negative size"
        : null;
}
