using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.TfRecord;

/// <summary>Episodes of one TFRecord file of tf.train.Example, one record per episode (RLDS as TensorFlow Datasets stores it).</summary>
internal sealed class TfRecordSource : IEpisodeSource
{
    private readonly string _path;
    private readonly EpisodeLayout _layout;

    public TfRecordSource(string path, EpisodeSourceOptions options)
    {
        _path = path;
        _layout = Learn(path, options);
        Description = new EpisodeSourceDescription
        {
            Location = path,
            Format = "tfrecord",
            RateHz = options.RateHz,
            ActionChannels = ChannelNames.Invent("action", _layout.ActionDimension),
            ActionUnits = ChannelNames.NoUnits(_layout.ActionDimension),
            StateChannels = ChannelNames.Invent("state", _layout.StateDimension),
        };
    }

    public EpisodeSourceDescription Description { get; }

    public IEnumerable<Episode> ReadEpisodes()
    {
        using RecordReader records = new(_path);
        for (int index = 0; records.TryRead(out ReadOnlyMemory<byte> record); index++)
        {
            yield return RecordEpisode.Decode(Example.Parse(record, records.Place), _layout, index, records.Place);
        }
    }

    private static EpisodeLayout Learn(string path, EpisodeSourceOptions options)
    {
        using RecordReader records = new(path);
        if (!records.TryRead(out ReadOnlyMemory<byte> first))
        {
            throw new DiagnosticException(
                FileCode.RecordFraming, "The file holds no record", SourcePlace.OfFile(path), "it is empty; copy it again");
        }

        IReadOnlyDictionary<string, int> shapes = FeatureShapes.Find(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return EpisodeLayout.Of(Example.Parse(first, records.Place), shapes, options, records.Place);
    }
}
