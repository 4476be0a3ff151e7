using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Tests.Opening;

namespace Interlock.Datasets.Tests.Numpy;

public sealed class ArrayFolderFormatTests : IDisposable
{
    private const string Aloha = "data/aloha-sim-transfer-cube";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Episode_ids_cut_the_rows_into_episodes()
    {
        Write(ids: [4, 4, 9]);

        List<Episode> episodes = Reading.Episodes(_folder.Root);

        Assert.Equal([4, 9], episodes.Select(episode => episode.Index));
        Assert.Equal([[1, 2, 3, 4], [5, 6]], episodes.Select(episode => episode.Actions));
    }

    [Fact]
    public void The_action_file_alone_keeps_its_episode_ids()
    {
        Write(ids: [0, 1, 1]);

        Assert.Equal([1, 2], Reading.Episodes(_folder.PathOf("actions.npy")).Select(episode => episode.Length));
    }

    [Fact]
    public void States_and_timestamps_go_with_their_rows()
    {
        Write(ids: [0, 1, 1]);
        _folder.Write("states.npy", NpyBytes.Float32("(3, 1)", 10, 20, 30));
        _folder.Write("timestamps.npy", NpyBytes.Float64(100.5, 7, 7.25));

        List<Episode> episodes = Reading.Episodes(_folder.Root);

        Assert.Equal([[10], [20, 30]], episodes.Select(episode => episode.States!));
        Assert.Equal([[0], [0, 0.25]], episodes.Select(episode => episode.TimestampsS!));
    }

    [Fact]
    public void Rate_and_names_come_from_the_info_file_where_they_fit()
    {
        Write(ids: [0, 0, 0]);
        _folder.Write("meta/info.json", """{"fps": 20.0, "robot_type": "arm", "features": {"action": {"names": {"motors": ["a", "b", "c"]}}}}""");

        EpisodeSourceDescription description = EpisodeSources.Open(_folder.Root).Description;

        Assert.Equal((20.0, "arm"), (description.RateHz, description.RobotType));
        Assert.Equal(["a", "b"], description.ActionChannels);
    }

    [Theory]
    [InlineData("""{"features": {"action": {"names": ["a"]}}}""")]
    [InlineData("""{"features": {"action": {"names": null}}}""")]
    [InlineData("""{"features": {"action": {}}}""")]
    public void Names_that_do_not_fit_are_replaced_by_invented_ones(string info)
    {
        Write(ids: [0, 0, 0]);
        _folder.Write("meta/info.json", info);

        Assert.Equal(["action_0", "action_1"], EpisodeSources.Open(_folder.Root).Description.ActionChannels);
    }

    [Theory]
    [InlineData("{", "DS061")]
    [InlineData("[]", "DS062")]
    [InlineData("""{"fps": -1}""", "DS062")]
    [InlineData("""{"features": []}""", "DS062")]
    [InlineData("""{"features": {"action": {"names": ["a", "a"]}}}""", "DS143")]
    public void An_info_file_that_cannot_be_used_is_named(string info, string code)
    {
        Write(ids: [0, 0, 0]);
        _folder.Write("meta/info.json", info);

        Assert.Equal(code, Reading.Failure(_folder.Root).Code);
    }

    [Theory]
    [InlineData(new long[] { 0, 1, 0 }, "DS168")]
    [InlineData(new long[] { 0, 0 }, "DS158")]
    [InlineData(new long[] { 0, 0, -1 }, "DS158")]
    public void Episode_ids_that_do_not_fit_are_named(long[] ids, string code)
    {
        Write(ids);

        Diagnostic failure = Reading.Failure(_folder.Root);

        Assert.Equal(code, failure.Code);
        Assert.EndsWith("episode_ids.npy", failure.Place!.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_out_of_order_inside_an_episode_are_an_error()
    {
        Write(ids: [0, 0, 1]);
        _folder.Write("frame_ids.npy", NpyBytes.Int64(1, 0, 0));

        Assert.Equal("DS169", Reading.Failure(_folder.Root).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("features")]
    [InlineData("features/")]
    [InlineData("features/actions.npy")]
    public void The_info_file_beside_the_array_folder_is_found_however_the_data_are_named(string path)
    {
        _folder.Write("features/actions.npy", NpyBytes.Float32("(1, 1)", 1));
        _folder.Write("meta/info.json", """{"fps": 20}""");

        Assert.Equal(20, EpisodeSources.Open(Path.Combine(_folder.Root, path)).Description.RateHz);
    }

    [SharedFact(Aloha)]
    public void Real_aloha_demonstrations_are_fifty_episodes_of_the_left_arm()
    {
        IEpisodeSource source = EpisodeSources.Open(SharedFiles.PathOf(Aloha));
        List<Episode> episodes = [.. source.ReadEpisodes()];

        Assert.Equal(50, source.Description.RateHz);
        Assert.Equal("aloha", source.Description.RobotType);
        Assert.Equal(7, source.Description.ActionChannels.Count);
        Assert.Equal("left_gripper", source.Description.ActionChannels[^1]);
        Assert.Equal(50, episodes.Count);
        Assert.All(episodes, episode => Assert.Equal((400, 7), (episode.Length, episode.ActionDimension)));
        Assert.All(episodes, episode => Assert.Equal(399 / 50.0, episode.TimestampsS![^1], 1e-6));
    }

    [SharedFact(Aloha)]
    public void Real_aloha_means_are_those_of_its_statistics()
    {
        List<Episode> episodes = Reading.Episodes(SharedFiles.PathOf($"{Aloha}/features"));
        using System.Text.Json.JsonDocument stats = System.Text.Json.JsonDocument.Parse(
            File.ReadAllBytes(SharedFiles.PathOf($"{Aloha}/meta/stats.json")));
        System.Text.Json.JsonElement mean = stats.RootElement.GetProperty("action").GetProperty("mean");

        for (int channel = 0; channel < 7; channel++)
        {
            double sum = episodes.Sum(episode => Enumerable.Range(0, episode.Length).Sum(step => episode.Action(step)[channel]));
            Assert.Equal(mean[channel].GetDouble(), sum / 20_000, 1e-5);
        }
    }

    private void Write(long[] ids)
    {
        _folder.Write("actions.npy", NpyBytes.Float32("(3, 2)", 1, 2, 3, 4, 5, 6));
        _folder.Write("episode_ids.npy", NpyBytes.Int64(ids));
    }
}
