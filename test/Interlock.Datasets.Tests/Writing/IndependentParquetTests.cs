using System.Text.Json;
using Interlock.Datasets.Writing;

namespace Interlock.Datasets.Tests.Writing;

public sealed class IndependentParquetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [IndependentParquetFact]
    public void An_independent_reader_finds_the_same_bits_in_every_file_of_a_dataset()
    {
        string target = Path.Combine(_folder.Root, "set");
        WrittenEpisode[] written = [WrittenSample.Episode(40, 1), WrittenSample.Episode(16_500, 2, "hebe die Tür an", false)];
        WrittenSample.Write(EpisodeFileFormat.Lerobot, target, written);
        JsonElement[] rows = IndependentParquetReader.Rows(Path.Combine(target, "data", "chunk-000", "file-000.parquet"));
        Assert.Equal(16_540, rows.Length);
        double[] expected = [.. written.SelectMany(item => item.Episode.Actions)];
        double[] found = [.. rows.SelectMany(row => row.GetProperty("action").EnumerateArray()).Select(IndependentParquetReader.Number)];
        Assert.Equal(Array.ConvertAll(expected, BitConverter.DoubleToInt64Bits), Array.ConvertAll(found, BitConverter.DoubleToInt64Bits));
        Assert.All(rows.Index(), row => Assert.Equal((row.Index, row.Index % 40 % 3 == 0 || row.Index >= 40), (row.Item.GetProperty("index").GetInt32(), row.Item.GetProperty("intervention").GetBoolean() || row.Index >= 40)));
        JsonElement[] tasks = IndependentParquetReader.Rows(Path.Combine(target, "meta", "tasks.parquet"));
        Assert.Equal(["push", "hebe die Tür an"], tasks.Select(task => task.GetProperty("task").GetString()));
        JsonElement[] episodes = IndependentParquetReader.Rows(Path.Combine(target, "meta", "episodes", "chunk-000", "file-000.parquet"));
        Assert.Equal([40, 16_540], episodes.Select(row => row.GetProperty("dataset_to_index").GetInt32()));
        Assert.Equal("hebe die Tür an", episodes[1].GetProperty("tasks")[0].GetString());
    }
}
