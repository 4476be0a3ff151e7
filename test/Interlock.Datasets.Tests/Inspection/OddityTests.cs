using Interlock.Core.Episodes;
using Interlock.Core.Units;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Tests.LeRobot;
using Interlock.Datasets.Tests.Parquet.Writing;

namespace Interlock.Datasets.Tests.Inspection;

public sealed class OddityTests
{
    [Fact]
    public void Totals_that_lie_are_named_with_both_numbers()
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Info(episodes: 3, frames: 99, tasks: 4);
        Assert.Equal(
            ["info.json says total_episodes = 3, the data has 2", "info.json says total_frames = 99, the data has 5", "info.json says total_tasks = 4, the data has 1"],
            folder.Oddities().Where(oddity => oddity.Code == "DS100").Select(oddity => oddity.Message));
    }

    [Theory]
    [InlineData("frame_index")]
    [InlineData("task_index")]
    [InlineData("index")]
    [InlineData("timestamp")]
    public void A_missing_column_is_tolerated_and_named(string column)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3([.. LeRobotTestFolder.Frames(3, 2).Where(item => item.Name != column)]);
        DatasetOddity oddity = Assert.Single(folder.Oddities());
        Assert.Equal("DS102", oddity.Code);
        Assert.EndsWith(column, oddity.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Episode_lengths_that_lie_and_episodes_without_data_are_named()
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Episodes(3, 7, 4, 0);
        Assert.Equal(["DS109", "DS119", "DS119"], Codes(folder.Oddities()));
    }

    [Fact]
    public void Episodes_that_the_metadata_does_not_know_are_named()
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Episodes(3);
        Assert.Contains("1 episodes of the data are not in the metadata: 1", folder.Oddities().Select(oddity => oddity.Message));
    }

    [Theory]
    [InlineData("[[\"a.pos\", \"b.pos\"]]", "DS113 DS113")]
    [InlineData("{\"motors\": [\"a.pos\", \"b.pos\"]}", "DS113 DS113")]
    [InlineData("null", "DS114 DS114")]
    [InlineData("[\"a\"]", "DS114 DS114")]
    [InlineData("[\"a\", \"a\"]", "DS115 DS115")]
    public void Names_that_are_nested_absent_or_repeated_are_named(string names, string codes)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Info(names: names);
        Assert.Equal(codes, string.Join(' ', Codes(folder.Oddities())));
    }

    [Theory]
    [InlineData("v2.1", "10", "0:2", "[2]", "DS101")]
    [InlineData("v3.0", "10.0", "0:2", "[2]", "DS111")]
    [InlineData("v3.0", "null", "0:2", "[2]", "DS122")]
    [InlineData("v3.0", "10", "0:100", "[2]", "DS117")]
    [InlineData("v3.0", "10", "all", "[2]", "DS117")]
    [InlineData("v3.0", "10", "0:2", "[3]", "DS121")]
    [InlineData("v3.0", "20", "0:2", "[2]", "DS110")]
    public void Claims_of_info_json_that_the_data_contradicts_are_named(string version, string fps, string split, string shape, string code)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Info(version, fps, split: split, shape: shape);
        Assert.Equal([code], Codes(folder.Oddities()));
    }

    [Fact]
    public void Raw_encoder_ticks_are_told_from_pixels()
    {
        Assert.Contains("DS103", Codes(Inspect(actions: [2048, 1031, 2060, 1040, 3010, 1100])));
        Assert.DoesNotContain("DS103", Codes(Inspect(actions: [233, 71, 229, 83, 511, 96])));
        Assert.DoesNotContain("DS103", Codes(Inspect(actions: [2048.5, 1031, 2060, 1040, 3010, 1100])));
    }

    [Fact]
    public void A_first_action_far_from_the_state_is_named_with_channel_and_episode()
    {
        DatasetOddity oddity = Assert.Single(Inspect(actions: [40, 0, 41, 1, 42, 2], states: [0, 0, 40, 1, 41, 2]));
        Assert.Equal("DS104", oddity.Code);
        Assert.Contains("40 away", oddity.Message, StringComparison.Ordinal);
        Assert.Contains("channel a", oddity.Message, StringComparison.Ordinal);
        Assert.Contains("episode 7", oddity.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_counted_and_the_first_is_placed()
    {
        DatasetOddity oddity = Assert.Single(
            Inspect(actions: [1, double.NaN, 2, 3, double.PositiveInfinity, 5]),
            item => item.Code == "DS106");
        Assert.Equal("2 numbers in actions are not finite; the first is in episode 7, step 0, channel 1: NaN", oddity.Message);
    }

    [Fact]
    public void Constant_channels_are_named_with_their_value()
    {
        DatasetOddity oddity = Assert.Single(Inspect(actions: [1, 5, 2, 5, 3, 5]));
        Assert.Equal("1 of 2 action channels never change: b = 5", oddity.Message);
    }

    [Fact]
    public void Actions_within_one_look_normalised_when_states_are_not()
    {
        Assert.Contains("DS112", Codes(Inspect(actions: [-1, 0.2, 0.1, 0.4, 1.05, 0.3], states: [-80, 20, 10, 40, 90, 30])));
        Assert.DoesNotContain("DS112", Codes(Inspect(actions: [-1, 0.2, 0.1, 0.4, 1.05, 0.3], states: [-1, 0.2, 0.1, 0.4, 1.05, 0.3])));
    }

    [Fact]
    public void Actions_and_states_of_different_length_are_named()
    {
        TestColumn[] columns = LeRobotTestFolder.Frames(3, 2);
        columns[1] = TestColumn.Vectors("observation.state", PhysicalType.Float, 3, [.. Enumerable.Range(0, 15).Select(i => (double)i)]);
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3(columns);
        Assert.Contains("DS105", Codes(folder.Oddities()));
        Assert.Equal(3, folder.Read()[0].StateDimension);
    }

    [Fact]
    public void Episodes_of_one_row_are_named()
    {
        using LeRobotTestFolder folder = new LeRobotTestFolder().Info(episodes: 3, frames: 5, split: "0:3").Tasks().Episodes(3, 1, 1)
            .Data("chunk-000/file-000.parquet", LeRobotTestFolder.Frames(3, 1, 1));
        Assert.Contains("1, 2", Assert.Single(folder.Oddities(), oddity => oddity.Code == "DS108").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Success_that_is_never_true_is_named()
    {
        TestColumn success = TestColumn.Numeric("next.success", PhysicalType.Boolean, 0, 0, 0, 0, 0);
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3([.. LeRobotTestFolder.Frames(3, 2), success]);
        Assert.Equal(["DS116"], Codes(folder.Oddities()));
    }

    private static IEnumerable<string> Codes(IEnumerable<DatasetOddity> oddities) => oddities.Select(oddity => oddity.Code);

    private static IReadOnlyList<DatasetOddity> Inspect(double[] actions, double[]? states = null) =>
        DatasetInspection.Run(new OneEpisode(actions, states)).Oddities;

    private sealed class OneEpisode(double[] actions, double[]? states) : IEpisodeSource
    {
        public EpisodeSourceDescription Description { get; } = new()
        {
            Location = "memory",
            Format = "npy",
            ActionChannels = ["a", "b"],
            ActionUnits = [ChannelUnit.None, ChannelUnit.None],
            StateChannels = states is null ? [] : ["a", "b"],
        };

        public IEnumerable<Episode> ReadEpisodes() =>
        [
            new Episode { Index = 7, Length = actions.Length / 2, Actions = actions, ActionDimension = 2, States = states, StateDimension = states is null ? 0 : 2 },
        ];
    }
}
