using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.LeRobot;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Tests.Parquet.Writing;

namespace Interlock.Datasets.Tests.LeRobot;

/// <summary>Builds LeRobot datasets, sound by default, with the oddities of the wild on request.</summary>
internal sealed class LeRobotTestFolder : IDisposable
{
    public const double RateHz = 10;

    private readonly TemporaryFolder _folder = new();

    public string Root => _folder.Root;

    public LeRobotTestFolder Info(
        string version = "v3.0",
        string fps = "10",
        string names = """["a.pos", "b.pos"]""",
        int episodes = 2,
        int frames = 5,
        int tasks = 1,
        string robot = "null",
        string dataPath = "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet",
        string split = "0:2",
        string shape = "[2]")
    {
        string namesField = names.Length == 0 ? "" : $", \"names\": {names}";
        _folder.Write("meta/info.json", $$"""
            {
              "codebase_version": "{{version}}", "robot_type": {{robot}}, "fps": {{fps}},
              "total_episodes": {{episodes}}, "total_frames": {{frames}}, "total_tasks": {{tasks}}, "chunks_size": 1000,
              "splits": { "train": "{{split}}" }, "data_path": "{{dataPath}}", "an_unknown_key": [1, {}],
              "features": {
                "action": { "dtype": "float32", "shape": {{shape}}{{namesField}} },
                "observation.state": { "dtype": "float32", "shape": [2]{{namesField}} },
                "observation.images.top": { "dtype": "video", "shape": [480, 640, 3], "names": ["height", "width", "channel"] }
              }
            }
            """);
        return this;
    }

    public LeRobotTestFolder Tasks(string column = "task")
    {
        _folder.Write(
            "meta/tasks.parquet",
            ParquetTestFile.Write(
                new WriteOptions(),
                TestColumn.Numeric("task_index", PhysicalType.Int64, 0),
                TestColumn.Text(column, "push")));
        return this;
    }

    public LeRobotTestFolder Episodes(params int[] lengths)
    {
        double[] indices = [.. Enumerable.Range(0, lengths.Length).Select(i => (double)i)];
        _folder.Write("meta/episodes/chunk-000/file-000.parquet", ParquetTestFile.Write(
            new WriteOptions(),
            TestColumn.Numeric("episode_index", PhysicalType.Int64, indices),
            TestColumn.TextLists("tasks", [.. lengths.Select(_ => (string[])["push"])]),
            TestColumn.Numeric("length", PhysicalType.Int64, [.. lengths.Select(length => (double)length)])));
        return this;
    }

    public LeRobotTestFolder Lines(string file, params string[] lines)
    {
        _folder.Write($"meta/{file}", string.Join('\n', lines) + "\n");
        return this;
    }

    public LeRobotTestFolder Json(string file, string json)
    {
        _folder.Write($"meta/{file}", json);
        return this;
    }

    public LeRobotTestFolder Data(string path, params TestColumn[] columns) => Data(path, new WriteOptions(), columns);

    public LeRobotTestFolder Data(string path, WriteOptions options, params TestColumn[] columns)
    {
        _folder.Write($"data/{path}", ParquetTestFile.Write(options, columns));
        return this;
    }

    /// <summary>A sound v3.0 dataset: episode 0 with three frames, episode 1 with two.</summary>
    public static LeRobotTestFolder SoundV3(params TestColumn[] columns) =>
        new LeRobotTestFolder().Info().Tasks().Episodes(3, 2).Data(
            "chunk-000/file-000.parquet",
            columns.Length > 0 ? columns : Frames(3, 2));

    /// <summary>The columns of episodes with the given lengths; row t has action (t, −t) and state (t + 0.5, 0.5 − t).</summary>
    public static TestColumn[] Frames(params int[] lengths)
    {
        (int Episode, int Step)[] rows = [.. lengths.Index().SelectMany(
            item => Enumerable.Range(0, item.Item).Select(step => (item.Index, step)))];
        return
        [
            TestColumn.Vectors("action", PhysicalType.Float, 2, [.. rows.SelectMany(row => (double[])[row.Step, -row.Step])]),
            TestColumn.Vectors(
                "observation.state",
                PhysicalType.Float,
                2,
                [.. rows.SelectMany(row => (double[])[row.Step + 0.5, 0.5 - row.Step])]),
            Scalar("timestamp", PhysicalType.Float, rows.Select(row => (double)(float)(row.Step / RateHz))),
            Scalar("frame_index", PhysicalType.Int64, rows.Select(row => (double)row.Step)),
            Scalar("episode_index", PhysicalType.Int64, rows.Select(row => (double)row.Episode)),
            Scalar("index", PhysicalType.Int64, rows.Index().Select(item => (double)item.Index)),
            Scalar("task_index", PhysicalType.Int64, rows.Select(_ => 0.0)),
        ];
    }

    public static TestColumn Scalar(string name, PhysicalType type, IEnumerable<double> values) =>
        TestColumn.Numeric(name, type, [.. values]);

    public IEpisodeSource Open() => LeRobotDataset.Open(Root);

    public List<Episode> Read() => [.. Open().ReadEpisodes()];

    public IReadOnlyList<DatasetOddity> Oddities() => DatasetInspection.Run(Open()).Oddities;

    public void Dispose() => _folder.Dispose();
}
