using Interlock.Cli.Output;
using Interlock.Core.Episodes;

namespace Interlock.Cli.Verbs.Calibrate;

/// <summary>Shows progress while episodes are read, and ends the reading when the user interrupts.</summary>
internal sealed class WatchedSource(VerbHost host, IEpisodeSource inner, CancellationToken cancellation) : IEpisodeSource
{
    public EpisodeSourceDescription Description => inner.Description;

    public IEnumerable<Episode> ReadEpisodes()
    {
        ProgressLine progress = new(host, "reading steps", total: null);
        long steps = 0;
        foreach (Episode episode in inner.ReadEpisodes())
        {
            cancellation.ThrowIfCancellationRequested();
            steps += episode.Length;
            progress.Report(steps);
            yield return episode;
        }

        progress.Clear();
    }
}
