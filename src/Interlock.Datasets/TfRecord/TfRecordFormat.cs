using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.TfRecord;

/// <summary>A single TFRecord file, also a shard such as <c>name-train.tfrecord-00000-of-00005</c>.</summary>
internal sealed class TfRecordFormat : IEpisodeFormat
{
    public bool Matches(string path) =>
        File.Exists(path) && Path.GetFileName(path).Contains(".tfrecord", StringComparison.OrdinalIgnoreCase);

    public IEpisodeSource Open(string path, EpisodeSourceOptions options) => new TfRecordSource(path, options);
}
