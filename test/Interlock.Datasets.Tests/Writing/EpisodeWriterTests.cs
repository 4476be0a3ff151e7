using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Parquet;
using Interlock.Datasets.Parquet.Columns;
using Interlock.Datasets.Writing;

namespace Interlock.Datasets.Tests.Writing;

public sealed class EpisodeWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => Path.Combine(_folder.Root, "out", "set");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_lerobot_dataset_reads_back_with_the_same_bits()
    {
        WrittenEpisode[] written = [WrittenSample.Episode(40, 1), WrittenSample.Episode(1, 2, "lift", false), WrittenSample.Episode(17_000, 3)];
        WrittenSample.Write(EpisodeFileFormat.Lerobot, Target, written);
        IEpisodeSource source = EpisodeSources.Open(Target);
        Assert.Equal(("v3.0", 50.0, "arm"), (source.Description.Version, source.Description.RateHz, source.Description.RobotType));
        Assert.Equal(WrittenSample.Description.ActionChannels, source.Description.ActionChannels);
        AssertSame(written, [.. source.ReadEpisodes()]);
        Assert.Equal(["set"], Directory.GetFileSystemEntries(Path.GetDirectoryName(Target)!).Select(Path.GetFileName));
    }

    [Fact]
    public void Totals_tables_and_statistics_agree_with_the_frames()
    {
        WrittenEpisode[] written = [WrittenSample.Episode(40, 1), WrittenSample.Episode(20, 2, "lift")];
        WrittenSample.Write(EpisodeFileFormat.Lerobot, Target, written);
        JsonElement info = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Target, "meta", "info.json"))).RootElement;
        Assert.Equal((2, 60, 2), (info.GetProperty("total_episodes").GetInt32(), info.GetProperty("total_frames").GetInt32(), info.GetProperty("total_tasks").GetInt32()));
        JsonElement action = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Target, "meta", "stats.json"))).RootElement.GetProperty("action");
        double[] first = [.. written.SelectMany(item => Enumerable.Range(0, item.Episode.Length).Select(i => item.Episode.Actions[3 * i]))];
        Assert.Equal(first.Max(), action.GetProperty("max")[0].GetDouble());
        Assert.Equal(first.Min(), action.GetProperty("min")[0].GetDouble());
        Assert.Equal(60, action.GetProperty("count")[0].GetInt32());
        using ParquetFile data = ParquetFile.Open(Path.Combine(Target, "data", "chunk-000", "file-000.parquet"));
        Assert.Equal([.. written.SelectMany(item => item.Interventions!).Select(flag => flag ? 1.0 : 0)], Column(data, "intervention", 60));
        Assert.Equal([39.0, 59], Column(data, "next.done", 60).Index().Where(item => item.Item == 1).Select(item => (double)item.Index));
        Assert.Equal([.. Enumerable.Range(0, 60).Select(i => (double)i)], Column(data, "index", 60));
        using ParquetFile episodes = ParquetFile.Open(Path.Combine(Target, "meta", "episodes", "chunk-000", "file-000.parquet"));
        Assert.Equal([40.0, 60], Column(episodes, "dataset_to_index", 2));
        Assert.Equal([40.0, 20], Column(episodes, "length", 2));
    }

    [Fact]
    public void Csv_reads_back_with_the_same_bits()
    {
        WrittenEpisode[] written = [WrittenSample.Episode(30, 1, "say \"go\", then wait"), WrittenSample.Episode(20, 2)];
        WrittenSample.Write(EpisodeFileFormat.Csv, Target + ".csv", written);
        IEpisodeSource source = EpisodeSources.Open(Target + ".csv");
        Assert.Equal(WrittenSample.Description.ActionChannels, source.Description.ActionChannels);
        AssertSame(written, [.. source.ReadEpisodes()]);
    }

    [Fact]
    public void A_parquet_table_has_a_column_per_channel()
    {
        WrittenEpisode written = WrittenSample.Episode(50, 4) with { Texts = [("verdict", [.. Enumerable.Repeat("clip", 50)])], Numbers = [("force_n", [.. Enumerable.Repeat(double.NaN, 50)])] };
        WrittenSample.Write(EpisodeFileFormat.Parquet, Target + ".parquet", written, written);
        using ParquetFile file = ParquetFile.Open(Target + ".parquet");
        Assert.Equal(100, file.RowCount);
        double[] lift = Column(file, "action.lift.pos", 100);
        Assert.Equal(written.Episode.Action(13)[1], lift[13]);
        Assert.Equal(written.Episode.Action(13)[1], lift[63]);
        Assert.All(Column(file, "force_n", 100), value => Assert.True(double.IsNaN(value)));
        using ColumnReader<string?> verdicts = file.Texts(file.Find("verdict")!);
        string?[] words = new string?[100];
        verdicts.ReadRows(words, 1);
        Assert.All(words, word => Assert.Equal("clip", word));
    }

    [Theory]
    [InlineData(EpisodeFileFormat.Csv)]
    [InlineData(EpisodeFileFormat.Parquet)]
    [InlineData(EpisodeFileFormat.Lerobot)]
    public void What_is_not_completed_leaves_nothing_and_what_exists_is_never_overwritten(EpisodeFileFormat format)
    {
        using (IEpisodeWriter writer = EpisodeWriters.Create(format, Target, WrittenSample.Description))
        {
            writer.Add(WrittenSample.Episode(10, 1));
        }

        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(Target)!));
        WrittenSample.Write(format, Target, WrittenSample.Episode(10, 1));
        Assert.Equal("DS240", Code(() => WrittenSample.Write(format, Target, WrittenSample.Episode(10, 1))));
        Assert.Equal("DS243", Code(() => WrittenSample.Write(format, Target + "2")));
        Assert.Equal("DS241", Code(() => WrittenSample.Write(format, Target + "3", WrittenSample.Episode(10, 1), WrittenSample.Episode(10, 1) with { Interventions = [true] })));
        Assert.Equal("DS241", Code(() => WrittenSample.Write(format, Target + "4", WrittenSample.Episode(10, 1), WrittenSample.Episode(10, 1, success: null))));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(Target)!));
    }

    private static string Code(Action action) => Assert.Throws<DiagnosticException>(action).Diagnostics[0].Code;

    private static double[] Column(ParquetFile file, string name, int rows)
    {
        using ColumnReader<double> reader = file.Numbers(file.Find(name)!);
        double[] values = new double[rows];
        reader.ReadRows(values, 1);
        return values;
    }

    private static void AssertSame(WrittenEpisode[] written, Episode[] read)
    {
        Assert.Equal(written.Length, read.Length);
        foreach ((WrittenEpisode expected, Episode actual) in written.Zip(read))
        {
            Assert.Equal(Bits(expected.Episode.Actions), Bits(actual.Actions));
            Assert.Equal(Bits(expected.Episode.States!), Bits(actual.States!));
            Assert.Equal((expected.Episode.Task, expected.Episode.Success), (actual.Task, actual.Success));
        }
    }

    private static long[] Bits(double[] values) => Array.ConvertAll(values, BitConverter.DoubleToInt64Bits);
}
