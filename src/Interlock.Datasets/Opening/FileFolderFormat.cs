using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;

namespace Interlock.Datasets.Opening;

/// <summary>A folder of single files of one kind, one episode (or several) in each.</summary>
internal sealed class FileFolderFormat : IEpisodeFormat
{
    public bool Matches(string path) => Directory.Exists(path);

    public IEpisodeSource Open(string path, EpisodeSourceOptions options)
    {
        IReadOnlyList<string> entries = DatasetFile.Entries(path);
        List<(IEpisodeFormat Format, string[] Files)> kinds = [];
        foreach (IEpisodeFormat format in EpisodeFormats.OfFiles)
        {
            string[] files = [.. entries.Where(entry => File.Exists(entry) && format.Matches(entry))];
            if (files.Length > 0)
            {
                kinds.Add((format, [.. files.Order(NaturalOrder.Instance)]));
            }
        }

        return kinds.Count switch
        {
            1 => new FileFolderSource(path, kinds[0].Files, kinds[0].Format, options),
            0 => throw NothingReadable(path, entries),
            _ => throw Mixed(path, kinds.Select(kind => $"{kind.Files.Length} like {Path.GetFileName(kind.Files[0])}")),
        };
    }

    private static DiagnosticException NothingReadable(string path, IReadOnlyList<string> entries)
    {
        IEnumerable<string> inside = entries.Where(Directory.Exists).Select(entry => Path.GetFileName(entry));
        string[] folders = [.. inside.Order(NaturalOrder.Instance).Take(5)];
        string hint = folders.Length == 0
            ? "expected meta/info.json with data/, or .npy, .npz, .csv, .jsonl or .tfrecord files"
            : $"did you mean one of its folders: {string.Join(", ", folders)}?";
        string what = entries.Count == 0 ? "The folder is empty" : $"None of the folder's {entries.Count} entries is an episode file";
        return new DiagnosticException(FileCode.FolderWithoutData, what, SourcePlace.OfFile(path), hint);
    }

    private static DiagnosticException Mixed(string path, IEnumerable<string> kinds) => new(
        FileCode.MixedFolder,
        $"The folder holds episode files of several kinds: {string.Join(", ", kinds)}",
        SourcePlace.OfFile(path),
        "open one of the files, or move each kind into a folder of its own");
}
