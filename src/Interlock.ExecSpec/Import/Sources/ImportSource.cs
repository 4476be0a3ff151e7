using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.Json;

namespace Interlock.ExecSpec.Import.Sources;

/// <summary>
/// The file or checkpoint folder that a user named. Reads inside that folder only, remembers what was read, and keeps JSON files, which
/// several importers look at while they decide whose files these are.
/// </summary>
internal sealed class ImportSource
{
    private readonly Dictionary<string, JsonFile?> _json = new(StringComparer.Ordinal);
    private readonly List<string> _read = [];

    private ImportSource(string path, string folder, string? file)
    {
        Path = path;
        Folder = folder;
        File = file;
    }

    /// <summary>As the user named it.</summary>
    public string Path { get; }

    /// <summary>Absolute folder.</summary>
    public string Folder { get; }

    /// <summary>Name of the file inside <see cref="Folder"/>; null when a folder was named.</summary>
    public string? File { get; }

    /// <summary>Relative paths in the order of first reading.</summary>
    public IReadOnlyList<string> FilesRead => _read;

    /// <exception cref="DiagnosticException">It is not there, or it is a pickle.</exception>
    public static ImportSource Open(string path)
    {
        string full = path.Length > 0 ? System.IO.Path.GetFullPath(path) : path;
        if (Directory.Exists(full))
        {
            return new ImportSource(path, full, null);
        }

        if (!System.IO.File.Exists(full))
        {
            throw new DiagnosticException(ImportCode.Unreadable, "there is no such file or folder", SourcePlace.OfFile(path));
        }

        PickleRefusal.ThrowIfPickle(path, full);
        return new ImportSource(path, System.IO.Path.GetDirectoryName(full)!, System.IO.Path.GetFileName(full));
    }

    /// <summary>The files to look at in turn: the one that was named, or those of <paramref name="inFolder"/> that the folder has.</summary>
    public IEnumerable<string> Candidates(params IEnumerable<string> inFolder) => File is { } file ? [file] : inFolder.Where(Has);

    /// <summary>True when the folder has the file <paramref name="relative"/>.</summary>
    public bool Has(string relative) => System.IO.File.Exists(FullPathOf(relative));

    /// <summary>True when the folder has a file whose name starts with <paramref name="prefix"/>.</summary>
    public bool HasFileStarting(string prefix) => Listed(Folder, folder => Directory.EnumerateFiles(folder, prefix + "*").Take(1)).Length > 0;

    /// <summary>Names of files directly in the folder or a folder below it, sorted; empty where that does not exist.</summary>
    public IReadOnlyList<string> FileNames(string relative = "") => Names(relative, Directory.EnumerateFiles);

    /// <summary>Names of folders directly in the folder or a folder below it, sorted.</summary>
    public IReadOnlyList<string> FolderNames(string relative = "") => Names(relative, Directory.EnumerateDirectories);

    /// <summary>
    /// The JSON object in <paramref name="relative"/>; null when there is no such file, it does not start as a JSON object, or it is a list
    /// of lines.
    /// </summary>
    /// <exception cref="DiagnosticException">It starts as one and is none, or is too large.</exception>
    public JsonView? TryJson(string relative)
    {
        if (!_json.TryGetValue(relative, out JsonFile? file))
        {
            string full = FullPathOf(relative);
            file = System.IO.File.Exists(full) && !relative.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? JsonFile.TryRead(full, PlaceOf(relative)) : null;
            _json.Add(relative, file);
        }

        return file?.Root;
    }

    /// <summary>Adds a file to <see cref="FilesRead"/>: importers call it for what they use, recognition does not.</summary>
    public void MarkRead(string relative)
    {
        if (!_read.Contains(relative))
        {
            _read.Add(relative);
        }
    }

    /// <summary>How messages name a file of the folder.</summary>
    public string PlaceOf(string relative) => File == relative ? Path : System.IO.Path.Combine(File is null ? Path : System.IO.Path.GetDirectoryName(Path) ?? "", relative);

    /// <summary>Absolute path of a file in the folder.</summary>
    /// <exception cref="DiagnosticException"><paramref name="relative"/> leads out of the folder.</exception>
    public string FullPathOf(string relative)
    {
        string[] parts = relative.Split('/', '\\');
        bool inside = !System.IO.Path.IsPathRooted(relative) && !parts.Contains("..") && !relative.Contains('\0', StringComparison.Ordinal);
        return inside
            ? System.IO.Path.Combine(Folder, relative)
            : throw new DiagnosticException(
                ImportCode.OutsideFolder, $"the file name {Quoted.Of(relative)} leads out of the folder", SourcePlace.OfFile(Path));
    }

    private string[] Names(string relative, Func<string, IEnumerable<string>> list)
    {
        string folder = FullPathOf(relative);
        return Directory.Exists(folder) ? Listed(folder, list) : [];
    }

    private string[] Listed(string folder, Func<string, IEnumerable<string>> list)
    {
        try
        {
            string[] names = [.. list(folder).Take(ImportLimits.FolderEntries + 1).Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)];
            return names.Length <= ImportLimits.FolderEntries
                ? names
                : throw new DiagnosticException(ImportCode.TooMuch, $"a folder has more than {ImportLimits.FolderEntries} entries", SourcePlace.OfFile(Path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(ImportCode.Unreadable, $"cannot be listed: {exception.Message}", SourcePlace.OfFile(Path));
        }
    }
}
