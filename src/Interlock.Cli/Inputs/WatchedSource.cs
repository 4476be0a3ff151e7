using Interlock.Cli.Output;
using Interlock.Core.Episodes;

namespace Interlock.Cli.Inputs;

/// <summary>Shows progress while episodes are read, and ends the reading when the user interrupts.</summary>
/// <param name="host">Where progress goes.</param>
/// <param name="inner">The episodes.</param>
/// <param name="quiet">True where the terminal is busy with the result itself.</param>
/// <param name="cancellation">The interrupt.</param>
internal sealed class WatchedSource(VerbHost host, IEpisodeSource inner, bool quiet, CancellationToken cancellation) : IEpisodeSource
{
    public EpisodeSourceDescription Description => inner.Description;

    public IEnumerable<Episode> ReadEpisodes()
    {
        using ProgressLine progress = new(quiet ? host with { Error = TextWriter.Null } : host, "reading steps", total: null);
        long steps = 0;
        foreach (Episode episode in inner.ReadEpisodes())
        {
            cancellation.ThrowIfCancellationRequested();
            steps += episode.Length;
            progress.Report(steps);
            yield return episode;
        }
    }
}
