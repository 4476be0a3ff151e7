using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>A single csv file.</summary>
internal sealed class CsvFormat : IEpisodeFormat
{
    public bool Matches(string path) => File.Exists(path) && path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    public IEpisodeSource Open(string path, EpisodeSourceOptions options) => new CsvSource(path, options);
}
