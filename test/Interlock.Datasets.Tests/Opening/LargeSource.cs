using System.Globalization;
using System.Text;
using Interlock.Core.Randomness;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Tests.LeRobot;
using Interlock.Datasets.Tests.Numpy;
using Interlock.Datasets.Tests.Parquet.Writing;

namespace Interlock.Datasets.Tests.Opening;

/// <summary>200 episodes of 1 000 steps with 14 channels, written in any format: 22.4 MB as doubles.</summary>
internal static class LargeSource
{
    public const int Episodes = 200;
    public const int StepsPerEpisode = 1_000;
    public const int Channels = 14;
    public const int Steps = Episodes * StepsPerEpisode;

    /// <summary>Writes the source below the folder and returns its path.</summary>
    public static string Write(TemporaryFolder folder, string format) => format switch
    {
        "npy" => WriteArrays(folder),
        "csv" => WriteLines(
            folder.PathOf("a.csv"), "episode,timestamp" + string.Concat(Enumerable.Range(0, Channels).Select(i => $",action_{i}")), ",", "{0},{1},{2}"),
        "jsonl" => WriteLines(folder.PathOf("a.jsonl"), null, ",", "{{\"episode\":{0},\"timestamp\":{1},\"action\":[{2}]}}"),
        _ => WriteParquet(folder),
    };

    private static string WriteArrays(TemporaryFolder folder)
    {
        folder.Write("actions.npy", NpyBytes.Float32($"({Steps}, {Channels})", [.. Values().Select(value => (float)value)]));
        folder.Write("episode_ids.npy", NpyBytes.Int64([.. Enumerable.Range(0, Steps).Select(row => (long)EpisodeOf(row))]));
        return folder.Root;
    }

    private static string WriteLines(string path, string? header, string separator, string line)
    {
        using StreamWriter writer = new(path);
        writer.Write(header is null ? "" : header + "\n");
        CompositeFormat format = CompositeFormat.Parse(line + "\n");
        int row = 0;
        foreach (double[] values in Values().Chunk(Channels))
        {
            string numbers = string.Join(separator, values.Select(value => value.ToString("F4", CultureInfo.InvariantCulture)));
            writer.Write(string.Format(CultureInfo.InvariantCulture, format, EpisodeOf(row), TimeOf(row), numbers));
            row++;
        }

        return path;
    }

    private static string WriteParquet(TemporaryFolder folder)
    {
        IEnumerable<int> rows = Enumerable.Range(0, Steps);
        folder.Write("meta/info.json", """{"codebase_version": "v3.0", "fps": 50}""");
        folder.Write("data/chunk-000/file-000.parquet", ParquetTestFile.Write(
            new WriteOptions(),
            TestColumn.Vectors("action", PhysicalType.Float, Channels, [.. Values()]),
            LeRobotTestFolder.Scalar("timestamp", PhysicalType.Float, rows.Select(TimeOf)),
            LeRobotTestFolder.Scalar("episode_index", PhysicalType.Int64, rows.Select(row => (double)EpisodeOf(row)))));
        return folder.Root;
    }

    private static IEnumerable<double> Values()
    {
        SeededRandom random = new(14);
        return Enumerable.Range(0, Steps * Channels).Select(_ => random.NextDouble());
    }

    private static int EpisodeOf(int row) => row / StepsPerEpisode;

    private static double TimeOf(int row) => row % StepsPerEpisode / 50.0;
}
