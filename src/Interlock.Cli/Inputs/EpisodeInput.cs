using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Cli.Inputs;

/// <summary>Opens demonstrations or recordings for a verb; a download shows how far it is.</summary>
internal static class EpisodeInput
{
    public static IEpisodeSource Open(VerbHost host, string path, CancellationToken cancellation)
    {
        using DownloadProgress download = new(host);
        return EpisodeSources.Open(path, progress: download, cancellation: cancellation);
    }
}
