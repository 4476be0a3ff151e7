using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>A single npz archive.</summary>
internal sealed class NpzFormat : IEpisodeFormat
{
    public bool Matches(string path) => File.Exists(path) && path.EndsWith(".npz", StringComparison.OrdinalIgnoreCase);

    public IEpisodeSource Open(string path, EpisodeSourceOptions options) => new ArraySource(new NpzArchive(path), options);
}
