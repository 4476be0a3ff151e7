using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Datasets.TfRecord;
using Interlock.Datasets.Tests.Opening;

namespace Interlock.Datasets.Tests.TfRecord;

public sealed class TfRecordFormatTests : IDisposable
{
    private const string Bridge = "data/bridge-v2-widowx";

    private static readonly byte[] TwoSteps = RecordBytes.Example(
        ("steps/action", RecordBytes.Floats(1, 2, 3, 4)),
        ("steps/observation/state", RecordBytes.UnpackedFloats(5, float.NaN)),
        ("steps/language_instruction", RecordBytes.Texts("lift", "lift")),
        ("steps/observation/image", RecordBytes.Texts("not", "decoded")),
        ("steps/is_first", RecordBytes.Integers(1, 0)));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_checksum_is_the_one_of_the_specification() =>
        // CRC-32C of "123456789" is e3069283 (RFC 3720 check value), masked by hand.
        Assert.Equal(unchecked(((0xE3069283u >> 15) | (0xE3069283u << 17)) + 0xA282EAD8u), MaskedCrc32C.Of("123456789"u8));

    [Fact]
    public void Flattened_sequences_become_steps()
    {
        byte[] integers = RecordBytes.Example(
            ("steps/action", RecordBytes.Integers(-1, 7)),
            ("steps/observation/state", RecordBytes.Floats(0)),
            ("steps/is_first", RecordBytes.Integers(1)));

        List<Episode> episodes = Reading.Episodes(Write(TwoSteps, integers));

        Assert.Equal([1, 2, 3, 4], episodes[0].Actions);
        Assert.Equal([5, double.NaN], episodes[0].States!);
        Assert.Equal((2, 2, "lift"), (episodes[0].Length, episodes[0].ActionDimension, episodes[0].Task));
        Assert.Equal([-1, 7], episodes[1].Actions);
        Assert.Null(episodes[1].Task);
    }

    [Fact]
    public void Another_feature_can_be_chosen_with_or_without_its_prefix()
    {
        string path = Write(TwoSteps);

        Assert.Equal(1, Reading.Episodes(path, new EpisodeSourceOptions { ActionKey = "observation/state" })[0].ActionDimension);
        Assert.Equal("DS144", Reading.Failure(path, new EpisodeSourceOptions { ActionKey = "observation/stat" }).Code);
        Assert.Equal("DS175", Reading.Failure(path, new EpisodeSourceOptions { ActionKey = "observation/image" }).Code);
    }

    [Fact]
    public void An_episode_without_steps_is_delivered()
    {
        byte[] empty = RecordBytes.Example(
            ("steps/action", RecordBytes.Floats()),
            ("steps/observation/state", RecordBytes.Floats()),
            ("steps/is_first", RecordBytes.Integers()));

        Assert.Equal([2, 0], Reading.Episodes(Write(TwoSteps, empty)).Select(episode => episode.Length));
    }

    [Theory]
    [InlineData(8, "DS170", "byte 0")]
    [InlineData(20, "DS170", "byte 0")]
    public void A_flipped_bit_is_found(int at, string code, string key)
    {
        byte[] bytes = RecordBytes.File(TwoSteps);
        bytes[at] ^= 1;

        Diagnostic failure = Reading.Failure(_folder.Write("a.tfrecord", bytes));

        Assert.Equal((code, key), (failure.Code, failure.Place!.Key));
    }

    [Fact]
    public void A_file_that_was_cut_off_is_named()
    {
        byte[] bytes = RecordBytes.File(TwoSteps, TwoSteps);

        Assert.Equal("DS171", Reading.Failure(_folder.Write("a.tfrecord", bytes[..^1])).Code);
        Assert.Equal("DS171", Reading.Failure(_folder.Write("a.tfrecord", bytes[..((bytes.Length / 2) + 5)])).Code);
        Assert.Equal("DS171", Reading.Failure(_folder.Write("a.tfrecord", (byte[])[])).Code);
        Assert.Equal("DS171", Reading.Failure(_folder.Write("a.tfrecord", (byte[])[0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0])).Code);
    }

    [Fact]
    public void Records_that_hold_something_else_are_named()
    {
        Assert.Equal("DS173", Reading.Failure(Write([0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])).Code);
        Assert.Equal("DS173", Reading.Failure(Write([0x0A, 0x05, 1])).Code);
        Assert.Equal("DS174", Reading.Failure(Write(RecordBytes.Example(("x", RecordBytes.Floats(1))))).Code);
        Assert.Equal("DS174", Reading.Failure(Write(TwoSteps, RecordBytes.Example(("steps/is_first", RecordBytes.Integers(1))))).Code);
        Assert.Equal("DS175", Reading.Failure(Write(RecordBytes.Example(("steps/action", RecordBytes.Floats(1, 2, 3))))).Code);
    }

    [Fact]
    public void The_features_file_decides_how_many_numbers_a_step_has()
    {
        _folder.Write("features.json", """{"featuresDict":{"features":{"steps":{"sequence":{"feature":{"featuresDict":{"features":{"action":{"tensor":{"shape":{"dimensions":["3"]}}}}}}}}}}}""");

        Assert.Equal(
            2, Assert.Single(Reading.Episodes(Write(RecordBytes.Example(("steps/action", RecordBytes.Floats(1, 2, 3, 4, 5, 6)))))).Length);
        Assert.Equal("DS175", Reading.Failure(Write(TwoSteps)).Code);
    }

    [Fact]
    public void A_damaged_features_file_is_named()
    {
        _folder.Write("features.json", "{");

        Assert.Equal("DS176", Reading.Failure(Write(TwoSteps)).Code);
    }

    [SharedTheory(Bridge)]
    [InlineData("")]
    [InlineData("bridge_dataset-train.tfrecord-00000-of-00001")]
    public void Real_bridge_episodes_equal_the_independent_table(string name)
    {
        List<Episode> episodes = Reading.Episodes(SharedFiles.PathOf(Path.Combine(Bridge, name)));
        string[] lines = File.ReadAllLines(SharedFiles.PathOf($"{Bridge}/frames.csv"));

        Assert.Equal(25, episodes.Count);
        int row = 1;
        foreach (Episode episode in episodes)
        {
            Assert.Equal((10, 7, 7), (episode.Length, episode.ActionDimension, episode.StateDimension));
            for (int step = 0; step < episode.Length; step++, row++)
            {
                string[] cells = lines[row].Split(',', 20);
                Assert.Equal(Numbers(cells[2..9]), episode.Action(step).ToArray());
                Assert.Equal(Numbers(cells[9..16]), episode.State(step).ToArray());
                Assert.Equal(cells[19], episode.Task);
            }
        }

        Assert.Equal(lines.Length, row);
    }

    private static double[] Numbers(string[] cells) =>
        [.. cells.Select(cell => (double)(float)double.Parse(cell, CultureInfo.InvariantCulture))];

    private string Write(params byte[][] records) => _folder.Write("a.tfrecord", RecordBytes.File(records));
}
