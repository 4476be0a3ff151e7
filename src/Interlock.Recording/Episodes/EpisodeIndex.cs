using Interlock.Core.Diagnostics;

namespace Interlock.Recording.Episodes;

/// <summary>The recordings of a folder.</summary>
/// <param name="Entries">By start, then by name.</param>
/// <param name="Findings">Files that could not be listed or only in part, each with its reason.</param>
public sealed record EpisodeIndex(IReadOnlyList<RecordingEntry> Entries, IReadOnlyList<Diagnostic> Findings)
{
    private const string Pattern = "*.mcap";

    /// <summary>Lists every <c>.mcap</c> file of a folder and its subfolders. A finished recording costs its index, an unfinished one is read through.</summary>
    /// <exception cref="DiagnosticException">RC029: the folder cannot be read.</exception>
    public static EpisodeIndex Of(string folder)
    {
        List<RecordingEntry> entries = [];
        DiagnosticCollector findings = new();
        foreach (string path in Files(folder))
        {
            try
            {
                entries.Add(EntryReader.Read(path, findings));
            }
            catch (DiagnosticException exception)
            {
                Warn(findings, exception);
            }
        }

        return new EpisodeIndex([.. entries.OrderBy(entry => entry.StartedUtc).ThenBy(entry => entry.Path, StringComparer.Ordinal)], findings.Items);
    }

    internal static void Warn(DiagnosticCollector findings, DiagnosticException exception)
    {
        foreach (Diagnostic found in exception.Diagnostics)
        {
            findings.Add(found with { Severity = DiagnosticSeverity.Warning });
        }
    }

    private static string[] Files(string folder)
    {
        try
        {
            string[] files = Directory.GetFiles(folder, Pattern, SearchOption.AllDirectories);
            Array.Sort(files, StringComparer.Ordinal);
            return files;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException("RC029", $"the folder cannot be read: {exception.Message.TrimEnd('.')}", SourcePlace.OfFile(folder), "check the path and its permissions");
        }
    }
}
