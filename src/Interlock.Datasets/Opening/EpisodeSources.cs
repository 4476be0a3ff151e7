using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Core.Text;
using Interlock.Datasets.Hub;

namespace Interlock.Datasets.Opening;

/// <summary>Opens demonstrations wherever they are, by what is there.</summary>
public static class EpisodeSources
{
    private static readonly string[] Endings = [".npy", ".npz", ".csv", ".jsonl", ".tfrecord"];

    /// <summary>Opens a file, a folder, or <c>hub:owner/name[@rev]</c>, which is downloaded first.</summary>
    /// <param name="pathOrHub">A path, or a reference to the Hub.</param>
    /// <param name="options">What the caller knows better than the source; null for nothing.</param>
    /// <param name="hub">How to reach the Hub; null is the process's own environment.</param>
    /// <param name="progress">Told about a download; null for nobody.</param>
    /// <param name="cancellation">Ends a download; what was fetched stays and is continued the next time.</param>
    /// <exception cref="DiagnosticException">Nothing readable is there (DS140–DS149), the content is not what its name says, or the
    /// download failed (DS180–DS189).</exception>
    public static IEpisodeSource Open(
        string pathOrHub,
        EpisodeSourceOptions? options = null,
        HubClient? hub = null,
        IProgress<HubProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        options ??= new EpisodeSourceOptions();
        options.Validate();
        string path = LocalPath(pathOrHub, hub, progress, cancellation);
        IEpisodeSource source = InferredRate.Complete(OpenPath(path, options));
        return HubReference.IsReference(pathOrHub) ? Located(source, pathOrHub, commit: Path.GetFileName(path)) : source;
    }

    /// <summary>
    /// Where the data lie on this machine: the path itself, or the snapshot folder of a reference to the Hub after its download.
    /// </summary>
    /// <param name="pathOrHub">A path, or <c>hub:owner/name[@rev]</c>.</param>
    /// <param name="hub">How to reach the Hub; null is the process's own environment.</param>
    /// <param name="progress">Told about a download; null for nobody.</param>
    /// <param name="cancellation">Ends a download; what was fetched stays and is continued the next time.</param>
    /// <exception cref="DiagnosticException">DS180–DS189: the reference is none, or the download failed.</exception>
    public static string LocalPath(
        string pathOrHub, HubClient? hub = null, IProgress<HubProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (!HubReference.IsReference(pathOrHub))
        {
            return pathOrHub;
        }

        HubReference reference = HubReference.Parse(pathOrHub);
        using HubClient? own = hub is null ? HubClient.OfProcess() : null;
        return (hub ?? own!).DownloadAsync(reference, progress, cancellation).GetAwaiter().GetResult();
    }

    /// <summary>The source under the reference as typed and, where that is no commit, the commit that it stood for.</summary>
    private static RedescribedSource Located(IEpisodeSource source, string reference, string commit)
    {
        string location = HubReference.Parse(reference).IsCommit ? reference : $"{reference} (commit {commit})";
        return new RedescribedSource(source, source.Description with { Location = location });
    }

    private static IEpisodeSource OpenPath(string path, EpisodeSourceOptions options)
    {
        if (!Path.Exists(path))
        {
            throw new DiagnosticException(
                FileCode.PathMissing, "There is no such file or folder", SourcePlace.OfFile(path), HintOfMissing(path));
        }

        IEpisodeFormat format = EpisodeFormats.All.FirstOrDefault(candidate => candidate.Matches(path)) ?? throw UnknownEnding(path);
        return format.Open(path, options);
    }

    private static DiagnosticException UnknownEnding(string path) => new(
        FileCode.UnknownEnding,
        $"The name does not end in one of {string.Join(", ", Endings)}",
        SourcePlace.OfFile(path),
        Path.GetExtension(path) is ".parquet"
            ? "open the LeRobot folder that holds meta/ and data/, not one of its files"
            : "give a file with one of these endings, a folder of them, a LeRobot folder, or hub:owner/name");

    private static string HintOfMissing(string path)
    {
        bool isPath = !string.IsNullOrWhiteSpace(path) && !path.Contains('\0', StringComparison.Ordinal);
        string? folder = isPath ? Path.GetDirectoryName(Path.GetFullPath(path)) : null;
        if (folder is null || !Directory.Exists(folder))
        {
            return "for a dataset of the Hub write hub:owner/name";
        }

        IEnumerable<string> neighbours = DatasetFile.Entries(folder).Select(entry => Path.GetFileName(entry));
        return NearestName.Of(Path.GetFileName(path), neighbours) is { } near
            ? $"did you mean {near}?"
            : "check the spelling and the working folder";
    }
}
