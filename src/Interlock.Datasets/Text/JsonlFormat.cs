using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>A single jsonl file.</summary>
internal sealed class JsonlFormat : IEpisodeFormat
{
    public bool Matches(string path) =>
        File.Exists(path) && (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase));

    public IEpisodeSource Open(string path, EpisodeSourceOptions options) => new JsonlSource(path, options);
}
