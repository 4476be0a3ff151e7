using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Manifest;

namespace Interlock.ExecSpec.Certificates.Verification;

/// <summary>EX010 changed, EX011 missing, EX012 extra: the files on this machine against the certified ones.</summary>
internal static class ArtefactCheck
{
    public static void Run(CertifiedArtefacts? certified, VerifyRequest request, FindingList results, CancellationToken cancellation)
    {
        if (request.ArtefactRoot is not { } root)
        {
            results.Skip(ManifestCodes.Changed, "artefacts", certified is null ? "the certificate names no files" : $"no folder was given; {certified.Files.Entries.Count} certified files were not looked at");
        }
        else if (Build(root, request, results, cancellation) is { } found)
        {
            Compare(certified, found, results);
        }
    }

    private static FolderManifest? Build(string root, VerifyRequest request, FindingList results, CancellationToken cancellation)
    {
        try
        {
            return FolderManifest.Build(root, request.Hashing, cancellation);
        }
        catch (DiagnosticException exception)
        {
            foreach (Diagnostic item in exception.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error))
            {
                results.Fail(GateCodeOf(item.Code), item.Place?.Key ?? item.Place?.File ?? root, $"{item.Code} {item.Message}");
            }

            return null;
        }
    }

    /// <summary>What keeps a folder from being hashed, as the gate calls it: nothing there, something that may not be there, or in motion.</summary>
    private static string GateCodeOf(string code) => code switch
    {
        ManifestCodes.Unreadable or ManifestCodes.NoFile => ManifestCodes.Missing,
        ManifestCodes.ChangedWhileRead => ManifestCodes.Changed,
        _ => ManifestCodes.Extra,
    };

    private static void Compare(CertifiedArtefacts? certified, FolderManifest found, FindingList results)
    {
        if (certified is null)
        {
            results.Fail(ManifestCodes.Extra, found.Name, $"the certificate names no files, and {found.Name} has {found.Entries.Count}", "no file", $"{found.Entries.Count} files");
            return;
        }

        IReadOnlyList<ManifestDifference> differences = certified.Files.DifferencesOf(found);
        foreach (ManifestDifference difference in differences.OrderBy(item => item.Change))
        {
            Add(difference, results);
        }

        foreach ((ManifestChange change, string code, string words) in (ReadOnlySpan<(ManifestChange, string, string)>)
            [(ManifestChange.Changed, ManifestCodes.Changed, "has the certified digest"), (ManifestChange.Missing, ManifestCodes.Missing, "is there"), (ManifestChange.Extra, ManifestCodes.Extra, "is certified")])
        {
            if (differences.All(item => item.Change != change))
            {
                results.Pass(code, "artefacts", $"every one of {certified.Files.Entries.Count} files {words}", certified.Files.RootDigest);
            }
        }
    }

    private static void Add(ManifestDifference difference, FindingList results)
    {
        string name = Quoted.Of(difference.Path);
        (string code, string text) = difference.Change switch
        {
            ManifestChange.Changed => (ManifestCodes.Changed, $"{name} has SHA-256 {difference.Found}, certified {difference.Signed}"),
            ManifestChange.Missing => (ManifestCodes.Missing, $"{name} is missing, certified SHA-256 {difference.Signed}"),
            _ => (ManifestCodes.Extra, $"{name} is not certified, found SHA-256 {difference.Found}"),
        };
        results.Fail(code, difference.Path, text, difference.Signed ?? "no such file", difference.Found ?? "no such file");
    }
}
