using Interlock.Dashboard.Web.Answers;

namespace Interlock.Dashboard.Web.Folder;

/// <summary>What other verbs left in the folder as JSON: studies, calibrations, specifications, campaigns. Its kind stands in the file's name.</summary>
internal sealed class DocumentFolder(string folder)
{
    /// <summary>Larger files are not sent to a browser; ours.</summary>
    public const long LargestBytes = 8 << 20;

    private static readonly string[] Kinds =
        ["study", "calibration", "calibrate", "confidence", "execspec", "certificate", "check", "drift", "campaign", "evaluation"];

    private readonly FolderBorder _border = new(folder);

    public IReadOnlyList<DocumentRow> Items() =>
    [
        .. Directory.EnumerateFiles(folder, "*.json", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Select(path => (Path: Path.GetRelativePath(folder, path), Kind: KindOf(path)))
            .Where(item => item.Kind is not null && _border.Holds(item.Path))
            .OrderBy(item => item.Path, StringComparer.Ordinal)
            .Select(item => new DocumentRow(EpisodeFolder.IdOf(item.Path), item.Kind!, item.Path)),
    ];

    /// <summary>The bytes of a document.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT303: there is none; RT305: too large.</exception>
    public byte[] Read(string id)
    {
        DocumentRow row = Items().FirstOrDefault(item => item.Id == id) ?? throw Failures.NotHere("document of this name");
        FileInfo file = new(Path.Combine(folder, row.File));
        return file.Length <= LargestBytes ? File.ReadAllBytes(file.FullName) : throw Failures.Wrong(row.File, $"it has {file.Length} bytes, more than the {LargestBytes} that are shown");
    }

    private static string? KindOf(string path) =>
        Path.GetFileName(path) is var name && name.EndsWith(".cert.json", StringComparison.Ordinal) ? "certificate"
        : Array.Find(Kinds, kind => name.EndsWith($".{kind}.json", StringComparison.Ordinal));
}
