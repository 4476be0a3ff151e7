using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>A single jsonl file.</summary>
internal sealed class JsonlFormat : IEpisodeFormat
{
    public bool Matches(string path) =>
        File.Exists(path) && Path.GetExtension(path).ToLowerInvariant() is ".jsonl" or ".ndjson";

    public IEpisodeSource Open(string path, EpisodeSourceOptions options) => new JsonlSource(path, options);
}
