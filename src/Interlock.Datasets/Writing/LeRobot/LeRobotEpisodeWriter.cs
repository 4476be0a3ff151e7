using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Writing.Parquet;
using Interlock.Datasets.Writing.Tables;

namespace Interlock.Datasets.Writing.LeRobot;

/// <summary>
/// Writes a LeRobot dataset, version 3.0, into one data file with a row group per episode (or several for long ones). Images are left out.
/// </summary>
internal sealed class LeRobotEpisodeWriter(string folder, EpisodeSourceDescription description) : IEpisodeWriter
{
    // What statistics are kept of; the rest are counters.
    private static readonly string[] Measured = ["action", "observation.state"];

    private readonly PartialTarget _target = new(folder);
    private readonly List<WrittenRow> _rows = [];
    private readonly List<string> _tasks = [];
    private readonly Dictionary<string, FeatureStatistics> _statistics = [];
    private FileStream? _stream;
    private ParquetWriter? _data;
    private TableColumn[] _columns = [];

    public long Frames { get; private set; }

    public int Episodes => _rows.Count;

    public void Add(WrittenEpisode episode)
    {
        EpisodeFit.Require(episode, description);
        string task = episode.Episode.Task ?? "";
        TableColumn[] columns = FrameColumns.Of(episode, _rows.Count, Frames, TaskIndex(task), description.RateHz!.Value);
        RequireSame(columns);
        _target.Guarded(() => Data().Add(columns));
        _rows.Add(new WrittenRow(_rows.Count, Frames, episode.Episode.Length, task, Statistics(columns)));
        Frames += episode.Episode.Length;
    }

    public void Complete()
    {
        if (_data is null)
        {
            throw new DiagnosticException("DS243", "there is no episode to write", hint: "check that the recordings hold steps of the chosen signal");
        }

        _target.Guarded(() =>
        {
            _data.Finish();
            _stream!.Dispose();
            string meta = Path.Combine(_target.Path, "meta");
            MetadataTables.WriteTasks(Path.Combine(meta, "tasks.parquet"), _tasks);
            MetadataTables.WriteEpisodes(Path.Combine(meta, "episodes", "chunk-000", "file-000.parquet"), _rows);
            MetadataJson.WriteStatistics(Path.Combine(meta, "stats.json"), _statistics);
            MetadataJson.WriteInfo(Path.Combine(meta, "info.json"), description, _columns, _rows.Count, Frames, _tasks.Count);
        });
        _target.Move();
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _target.Dispose();
    }

    private ParquetWriter Data()
    {
        if (_data is null)
        {
            string path = Path.Combine(_target.Path, "data", "chunk-000", "file-000.parquet");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _stream = File.Create(path);
            _data = new ParquetWriter(_stream);
        }

        return _data;
    }

    private int TaskIndex(string task)
    {
        int index = _tasks.IndexOf(task);
        if (index < 0)
        {
            index = _tasks.Count;
            _tasks.Add(task);
        }

        return index;
    }

    private void RequireSame(TableColumn[] columns)
    {
        if (_columns.Length > 0 && !_columns.Select(column => column.Name).SequenceEqual(columns.Select(column => column.Name)))
        {
            throw new DiagnosticException("DS241", "an episode does not fit the dataset: some episodes say whether they succeeded and some do not", hint: "judge all of them or leave the outcome out");
        }

        _columns = columns;
    }

    private Dictionary<string, FeatureStatistics> Statistics(TableColumn[] columns)
    {
        Dictionary<string, FeatureStatistics> ofEpisode = [];
        foreach (TableColumn column in columns.Where(column => Measured.Contains(column.Name)))
        {
            int width = column.ListLengths![0];
            ofEpisode[column.Name] = new FeatureStatistics(width);
            ofEpisode[column.Name].Add(column.Numbers);
            if (!_statistics.TryGetValue(column.Name, out FeatureStatistics? all))
            {
                _statistics[column.Name] = all = new FeatureStatistics(width);
            }

            all.Add(column.Numbers);
        }

        return ofEpisode;
    }
}
