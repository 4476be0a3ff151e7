namespace Interlock.Core.Episodes;

/// <summary>A stream of episodes. Reading it needs memory for one episode (and one file buffer) at a time.</summary>
public interface IEpisodeSource
{
    /// <summary>What is known before reading.</summary>
    EpisodeSourceDescription Description { get; }

    /// <summary>
    /// Reads the episodes in order. Can be called again for another pass.
    /// Throws <see cref="Diagnostics.DiagnosticException"/> (DS codes) at the first unreadable byte.
    /// </summary>
    IEnumerable<Episode> ReadEpisodes();
}
