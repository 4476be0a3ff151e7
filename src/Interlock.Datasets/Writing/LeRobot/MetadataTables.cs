using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Writing.Parquet;
using Interlock.Datasets.Writing.Tables;

namespace Interlock.Datasets.Writing.LeRobot;

/// <summary>The tables of episodes and tasks.</summary>
internal static class MetadataTables
{
    public static void WriteTasks(string path, IReadOnlyList<string> tasks) => Write(
        path,
        TableColumn.Whole("task_index", [.. Enumerable.Range(0, tasks.Count).Select(i => (double)i)]),
        TableColumn.Text("task", [.. tasks]));

    public static void WriteEpisodes(string path, IReadOnlyList<WrittenRow> rows)
    {
        List<TableColumn> columns =
        [
            TableColumn.Whole("episode_index", Numbers(rows, row => row.Index)),
            TableColumn.Text("tasks", [.. rows.Select(row => row.Task)]) with { ListLengths = [.. rows.Select(_ => 1)] },
            TableColumn.Whole("length", Numbers(rows, row => row.Length)),
            TableColumn.Whole("data/chunk_index", Numbers(rows, _ => 0)),
            TableColumn.Whole("data/file_index", Numbers(rows, _ => 0)),
            TableColumn.Whole("dataset_from_index", Numbers(rows, row => row.FirstFrame)),
            TableColumn.Whole("dataset_to_index", Numbers(rows, row => row.FirstFrame + row.Length)),
        ];
        columns.AddRange(rows[0].Statistics.Keys.SelectMany(feature => StatisticsOf(feature, rows)));
        columns.Add(TableColumn.Whole("meta/episodes/chunk_index", Numbers(rows, _ => 0)));
        columns.Add(TableColumn.Whole("meta/episodes/file_index", Numbers(rows, _ => 0)));
        Write(path, [.. columns]);
    }

    private static IEnumerable<TableColumn> StatisticsOf(string feature, IReadOnlyList<WrittenRow> rows)
    {
        int width = rows[0].Statistics[feature].Width;
        yield return Vectors("min", statistics => statistics.Min);
        yield return Vectors("max", statistics => statistics.Max);
        yield return Vectors("mean", statistics => statistics.Mean);
        yield return Vectors("std", statistics => statistics.StandardDeviation);
        yield return TableColumn.Vectors($"stats/{feature}/count", PhysicalType.Int64, 1, Numbers(rows, row => row.Statistics[feature].Count));

        TableColumn Vectors(string name, Func<FeatureStatistics, double[]> values) =>
            TableColumn.Vectors($"stats/{feature}/{name}", PhysicalType.Double, width, [.. rows.SelectMany(row => values(row.Statistics[feature]))]);
    }

    private static double[] Numbers(IReadOnlyList<WrittenRow> rows, Func<WrittenRow, double> value) => [.. rows.Select(value)];

    private static void Write(string path, params TableColumn[] columns)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream stream = File.Create(path);
        ParquetWriter writer = new(stream);
        writer.Add(columns);
        writer.Finish();
    }
}
