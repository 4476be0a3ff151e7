using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Tests.Opening;

namespace Interlock.Datasets.Tests.Text;

public sealed class CsvFormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_are_found_by_their_names()
    {
        string path = Write(
            "\uFEFFepisode_index,frame_index,timestamp,action.pan,action.grip,state.pan,reward,task,success\r\n"
            + "0,0,12.5,1,2,3,0,\"push, then \"\"stop\"\"\",0\r\n"
            + "0,1,12.6,4,5,6,0,,1\r\n"
            + "\r\n"
            + "3,0,0,7,8,9,0,lift,0");

        IEpisodeSource source = EpisodeSources.Open(path);
        List<Episode> episodes = [.. source.ReadEpisodes()];

        Assert.Equal(["pan", "grip"], source.Description.ActionChannels);
        Assert.Equal(["pan"], source.Description.StateChannels);
        Assert.Equal([0, 3], episodes.Select(episode => episode.Index));
        Assert.Equal([1, 2, 4, 5], episodes[0].Actions);
        Assert.Equal([3, 6], episodes[0].States!);
        Assert.Equal(0.1, episodes[0].TimestampsS![1], 1e-12);
        Assert.Equal(("push, then \"stop\"", true), (episodes[0].Task, episodes[0].Success));
        Assert.Equal(("lift", false), (episodes[1].Task, episodes[1].Success));
    }

    [Theory]
    [InlineData("1,2\n3,4\n", "action_0", "action_1")]
    [InlineData("action_0,action_1\n1,2\n3,4\n", "action_0", "action_1")]
    [InlineData("action[0],action[1],noise\n1,2,0\n3,4,0\n", "action_0", "action_1")]
    [InlineData("x,y\n1,2\n3,4\n", "x", "y")]
    [InlineData("step,x,y,reward\n0,1,2,0\n1,3,4,0\n", "x", "y")]
    [InlineData("x\ty\n1\t2\n3\t4\n", "x", "y")]
    [InlineData("x;y\n1;2\n3;4\n", "x", "y")]
    public void Headers_of_every_kind_are_understood(string text, string first, string second)
    {
        IEpisodeSource source = EpisodeSources.Open(Write(text));

        Assert.Equal([first, second], source.Description.ActionChannels);
        Assert.Equal([1, 2, 3, 4], Assert.Single(source.ReadEpisodes()).Actions);
    }

    [Theory]
    [InlineData("nan", double.NaN)]
    [InlineData("-NaN", double.NaN)]
    [InlineData("", double.NaN)]
    [InlineData("1.#QNAN", double.NaN)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-Inf", double.NegativeInfinity)]
    [InlineData("+Infinity", double.PositiveInfinity)]
    [InlineData("1e999", double.PositiveInfinity)]
    [InlineData(" -2.5e-3 ", -0.0025)]
    public void Numbers_in_usual_spellings_are_kept(string cell, double expected) =>
        Assert.Equal([expected, 1], Assert.Single(Reading.Episodes(Write($"x,y\n{cell},1\n"))).Actions);

    [Fact]
    public void A_step_number_that_falls_back_starts_an_episode() =>
        Assert.Equal([2, 1], Reading.Episodes(Write("step,x\n0,1\n1,2\n0,3\n")).Select(episode => episode.Length));

    [Fact]
    public void Chosen_columns_are_the_actions_in_the_chosen_order()
    {
        string path = Write("a,b,raw.p,raw.q\n1,2,3,4\n");

        Assert.Equal([2, 1], Assert.Single(Reading.Episodes(path, new EpisodeSourceOptions { ActionColumns = ["b", "a"] })).Actions);
        Assert.Equal([3, 4], Assert.Single(Reading.Episodes(path, new EpisodeSourceOptions { ActionKey = "raw" })).Actions);
        Assert.Equal("did you mean 'raw.p'?", Reading.Failure(path, new EpisodeSourceOptions { ActionColumns = ["raw.pp"] }).Hint);
    }

    [Fact]
    public void A_header_alone_is_an_episode_without_steps() =>
        Assert.Equal((0, 2), Assert.Single(Reading.Episodes(Write("x,y\n")).Select(episode => (episode.Length, episode.ActionDimension))));

    [Theory]
    [InlineData("x,y\n1,2\n3\n", "DS160", 3, null)]
    [InlineData("x,y\n1,2\n3,4,5\n", "DS160", 3, null)]
    [InlineData("x,task\n1,\"open\n", "DS160", 2, null)]
    [InlineData("x,y\n1,2\n3,four\n", "DS161", 3, "y")]
    [InlineData("episode,x\n0.5,1\n", "DS161", 2, "episode")]
    [InlineData("episode,x\n-1,1\n", "DS161", 2, "episode")]
    [InlineData("episode,x\n0,1\n1,1\n0,1\n", "DS168", 4, null)]
    [InlineData("episode,step,x\n0,1,1\n0,1,1\n", "DS169", 3, null)]
    [InlineData("x,x\n1,2\n", "DS143", 1, null)]
    [InlineData("episode,step\n0,1\n", "DS162", 1, null)]
    [InlineData("x\n1\0\n", "DS164", 2, null)]
    public void What_is_wrong_is_named_with_its_line(string text, string code, int line, string? key)
    {
        string path = Write(text);

        Diagnostic failure = Reading.Failure(path);

        Assert.Equal((code, new SourcePlace(path, line, key)), (failure.Code, failure.Place));
    }

    [Fact]
    public void An_empty_file_and_one_of_another_encoding_are_named()
    {
        Assert.Equal("DS162", Reading.Failure(Write("")).Code);
        Assert.Equal("DS164", Reading.Failure(_folder.Write("a.csv", System.Text.Encoding.Unicode.GetBytes("x,y\n1,2\n"))).Code);
    }

    [Fact]
    public void A_line_without_end_is_refused_within_bounded_memory()
    {
        string path = _folder.Write("a.csv", new string('1', 8 << 20));

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("DS163", Reading.Failure(path).Code);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6 << 20);
    }

    [SharedFact("data/pusht/replay_golden.csv")]
    public void A_real_recording_with_empty_cells_is_206_episodes()
    {
        List<Episode> episodes = Reading.Episodes(SharedFiles.PathOf("data/pusht/replay_golden.csv"));

        Assert.Equal(206, episodes.Count);
        Assert.Equal(25_856, episodes.Sum(episode => episode.Length));
        Assert.All(episodes, episode => Assert.True(double.IsNaN(episode.Action(0)[0]) && double.IsFinite(episode.Action(1)[0])));
    }

    private string Write(string text) => _folder.Write("a.csv", text);
}
