using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;

namespace Interlock.Datasets.Writing.Tables;

/// <summary>Episodes as one table, a row per frame.</summary>
internal sealed class TableEpisodeWriter : IEpisodeWriter
{
    private readonly PartialTarget _target;
    private readonly EpisodeSourceDescription _description;
    private readonly Func<Stream, ITable> _open;
    private ITable? _table;
    private string[] _names = [];

    public TableEpisodeWriter(string target, EpisodeSourceDescription description, Func<Stream, ITable> open)
    {
        _target = new PartialTarget(target);
        _description = description;
        _open = open;
    }

    public long Frames { get; private set; }

    public int Episodes { get; private set; }

    public void Add(WrittenEpisode episode)
    {
        EpisodeFit.Require(episode, _description);
        TableColumn[] columns = EpisodeColumns.Of(episode, Episodes, _description);
        string[] names = [.. columns.Select(column => column.Name)];
        if (_table is not null && !names.SequenceEqual(_names))
        {
            throw new DiagnosticException("DS241", $"an episode does not fit the dataset: its columns are {string.Join(", ", names)}", hint: "export recordings of the same kind together");
        }

        _names = names;
        _target.Guarded(() => (_table ??= _open(File.Create(_target.Path))).Add(columns));
        Frames += episode.Episode.Length;
        Episodes++;
    }

    public void Complete()
    {
        if (_table is null)
        {
            throw new DiagnosticException("DS243", "there is no episode to write", hint: "check that the recordings hold steps of the chosen signal");
        }

        _target.Guarded(() =>
        {
            _table.Finish();
            _table.Dispose();
        });
        _target.Move();
    }

    public void Dispose()
    {
        try
        {
            _table?.Dispose();
        }
        catch (IOException)
        {
            // A disk that is full was told of by Add; what is still buffered goes away with the file.
        }

        _target.Dispose();
    }
}
