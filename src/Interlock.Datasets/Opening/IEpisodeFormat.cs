using Interlock.Core.Episodes;

namespace Interlock.Datasets.Opening;

/// <summary>One way in which episodes lie on disk.</summary>
internal interface IEpisodeFormat
{
    /// <summary>Whether what lies at <paramref name="path"/> (a file or a folder that exists) looks like this format.</summary>
    bool Matches(string path);

    IEpisodeSource Open(string path, EpisodeSourceOptions options);
}
