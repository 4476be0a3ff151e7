using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.TfRecord;

/// <summary>A folder of TensorFlow Datasets: features.json and its shards; other files beside them are left alone.</summary>
internal sealed class TfRecordFolderFormat : IEpisodeFormat
{
    private static readonly TfRecordFormat Shard = new();

    public bool Matches(string path) =>
        Directory.Exists(path) && File.Exists(Path.Combine(path, FeatureShapes.FileName)) && DatasetFile.Entries(path).Any(Shard.Matches);

    public IEpisodeSource Open(string path, EpisodeSourceOptions options)
    {
        string[] shards = [.. DatasetFile.Entries(path).Where(Shard.Matches).Order(NaturalOrder.Instance)];
        return new FileFolderSource(path, shards, Shard, options);
    }
}
