using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Manifest.Cache;

namespace Interlock.ExecSpec.Manifest.Hashing;

/// <summary>Reads a folder or a file into a manifest.</summary>
internal static class ManifestBuilder
{
    // More readers than two make a disk seek, and a robot's computer has other work.
    private const int MostReaders = 2;

    public static FolderManifest Build(string path, FileHashing hashing, CancellationToken cancellation)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        DiagnosticCollector findings = new();
        IReadOnlyList<FoundFile> files = Find(root, hashing, findings);
        findings.ThrowIfErrors();

        HashCache cache = HashCache.Open(hashing);
        ManifestEntry?[] entries = Hash(files, cache, hashing, root, findings, cancellation);
        cache.Save();
        findings.ThrowIfErrors();
        return FolderManifest.FromEntries(Path.GetFileName(root), entries.OfType<ManifestEntry>(), path);
    }

    private static IReadOnlyList<FoundFile> Find(string root, FileHashing hashing, DiagnosticCollector findings)
    {
        if (Directory.Exists(root))
        {
            IReadOnlyList<FoundFile> files = new FolderWalk(root, new IgnoreList(root, hashing), findings).Files();
            if (files.Count == 0 && !findings.HasErrors)
            {
                findings.Error(ManifestCodes.NoFile, "the folder has no file to sign", SourcePlace.OfFile(root));
            }

            return files;
        }

        return Single(root, findings) is { } file ? [file] : [];
    }

    /// <summary>A file that the user named may be reached through a link; one inside a folder may not.</summary>
    private static FoundFile? Single(string path, DiagnosticCollector findings)
    {
        try
        {
            string target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            switch (FileState.OfPath(target))
            {
                case { IsRegular: true } state when PortablePath.IsPortable(Path.GetFileName(path)):
                    return new FoundFile(Path.GetFileName(path), target, state.Identity);
                case { IsRegular: true }:
                    findings.Error(ManifestCodes.NameNotPortable, PortablePath.Problem, SourcePlace.OfFile(path));
                    break;
                case null:
                    findings.Error(ManifestCodes.Unreadable, "there is no such file or folder", SourcePlace.OfFile(path), "check the path");
                    break;
                default:
                    findings.Error(ManifestCodes.NotRegular, "it is a pipe, a socket or a device, not a file", SourcePlace.OfFile(path));
                    break;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Error(ManifestCodes.Unreadable, $"the file cannot be read: {exception.Message}", SourcePlace.OfFile(path));
        }

        return null;
    }

    private static ManifestEntry?[] Hash(
        IReadOnlyList<FoundFile> files,
        HashCache cache,
        FileHashing hashing,
        string root,
        DiagnosticCollector findings,
        CancellationToken cancellation)
    {
        ManifestEntry?[] entries = new ManifestEntry?[files.Count];
        Diagnostic?[] problems = new Diagnostic?[files.Count];
        ProgressMeter meter = new(hashing.Progress, files.Sum(file => file.Identity.Size));
        ParallelOptions options = new() { MaxDegreeOfParallelism = MostReaders, CancellationToken = cancellation };
        Parallel.For(0, files.Count, options, i =>
        {
            FoundFile file = files[i];
            string? digest = Digest(file, cache, meter, cancellation, out string problem);
            entries[i] = digest is null ? null : new ManifestEntry(file.RelativePath, digest, file.Identity.Size);
            problems[i] = digest is null ? ProblemOf(file, problem, root) : null;
        });

        foreach (Diagnostic finding in problems.OfType<Diagnostic>())
        {
            findings.Add(finding);
        }

        return entries;
    }

    private static string? Digest(FoundFile file, HashCache cache, ProgressMeter meter, CancellationToken cancellation, out string problem)
    {
        problem = "";
        if (cache.Find(file) is { } known)
        {
            meter.Add(file.RelativePath, file.Identity.Size);
            return known;
        }

        try
        {
            string? digest = FileDigest.Of(file, bytes => meter.Add(file.RelativePath, bytes), cancellation);
            if (digest is not null)
            {
                cache.Keep(file, digest);
            }

            return digest;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = exception.Message;
            return null;
        }
    }

    private static Diagnostic ProblemOf(FoundFile file, string problem, string root)
    {
        string name = Quoted.Of(file.RelativePath);
        SourcePlace place = SourcePlace.OfFile(root);
        const DiagnosticSeverity Error = DiagnosticSeverity.Error;
        return problem.Length > 0
            ? new Diagnostic(ManifestCodes.Unreadable, Error, $"{name} cannot be read: {problem}", place)
            : new Diagnostic(ManifestCodes.ChangedWhileRead, Error, $"{name} changed while it was read", place, "stop what writes into the folder");
    }
}
