using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Tests.Opening;

namespace Interlock.Datasets.Tests.Text;

public sealed class JsonlFormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_known_key_is_taken()
    {
        string path = Write(
            """
            {"episode":0,"step":0,"timestamp":5.0,"action":[1,"NaN"],"state":[9],"task":"lift"}
            {"episode":0,"step":1,"timestamp":5.5,"action":["Infinity","-Infinity"],"state":[8],"success":true}

            {"episode":2,"step":0,"timestamp":0,"action":[3,4],"state":[7]}
            """);

        List<Episode> episodes = Reading.Episodes(path);

        Assert.Equal([0, 2], episodes.Select(episode => episode.Index));
        Assert.Equal([1, double.NaN, double.PositiveInfinity, double.NegativeInfinity], episodes[0].Actions);
        Assert.Equal([9, 8], episodes[0].States!);
        Assert.Equal([0, 0.5], episodes[0].TimestampsS!);
        Assert.Equal(("lift", true), (episodes[0].Task, episodes[0].Success));
        Assert.Null(episodes[1].Success);
    }

    [Fact]
    public void Steps_that_our_replay_wrote_can_be_replayed()
    {
        string path = Write("""{"episode":1,"step":0,"raw":[1,2],"safe":[1,1.5],"verdict":"clip","interventions":[],"monitors":{"p_value":0.5},"alarms":[]}""");

        Assert.Equal([1, 2], Assert.Single(Reading.Episodes(path)).Actions);
        Assert.Equal([1, 1.5], Assert.Single(Reading.Episodes(path, new EpisodeSourceOptions { ActionKey = "safe" })).Actions);
    }

    [Fact]
    public void An_object_of_channels_gives_names_in_the_order_of_the_first_line()
    {
        IEpisodeSource source = EpisodeSources.Open(Write(
            """
            {"action":{"pan.pos":1,"grip.pos":2}}
            {"action":{"grip.pos":4,"pan.pos":3}}
            """));

        Assert.Equal(["pan.pos", "grip.pos"], source.Description.ActionChannels);
        Assert.Equal([1, 2, 3, 4], Assert.Single(source.ReadEpisodes()).Actions);
    }

    [Fact]
    public void Bare_non_finite_numbers_of_python_are_understood() =>
        Assert.Equal(
            [double.NaN, double.NegativeInfinity, 1],
            Assert.Single(Reading.Episodes(Write("""{"task": "NaN \" -Infinity", "action": [NaN, -Infinity, 1]}"""))).Actions);

    [Theory]
    [InlineData("""{"action":[1,2]""", "DS165", null)]
    [InlineData("[1,2]", "DS165", null)]
    [InlineData("""{"action":[1,2],"action":[1,2]}""", "DS165", null)]
    [InlineData("""{"action":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}""", "DS165", null)]
    [InlineData("""{"action":[1]}""", "DS166", "action")]
    [InlineData("""{"action":7}""", "DS166", "action")]
    [InlineData("""{"actions":[1,2]}""", "DS166", "action")]
    [InlineData("""{"action":[1,2],"step":3}""", "DS166", "step")]
    [InlineData("""{"action":[1,null]}""", "DS161", "action[1]")]
    [InlineData("""{"action":[1,"2"]}""", "DS161", "action[1]")]
    [InlineData("""{"action":[1,2],"success":"yes"}""", "DS166", "success")]
    [InlineData("""{"action":[1,2],"task":"\ud800"}""", "DS164", "task")]
    public void What_is_wrong_is_named_with_line_and_key(string second, string code, string? key)
    {
        string path = Write("{\"action\":[1,2]}\n" + second);

        Diagnostic failure = Reading.Failure(path);

        Assert.Equal((code, 2), (failure.Code, failure.Place!.Line));
        if (key is not null)
        {
            Assert.Equal(key, failure.Place.Key);
        }
    }

    [Theory]
    [InlineData("", "DS162")]
    [InlineData("{\"observation\":[1]}", "DS162")]
    [InlineData("{\"action\":[]}", "DS149")]
    [InlineData("{\"episode\":0,\"action\":[1]}\n{\"episode\":1,\"action\":[1]}\n{\"episode\":0,\"action\":[1]}", "DS168")]
    [InlineData("{\"episode\":1.5,\"action\":[1]}", "DS161")]
    public void What_cannot_be_used_at_all_is_named(string text, string code) => Assert.Equal(code, Reading.Failure(Write(text)).Code);

    private string Write(string text) => _folder.Write("a.jsonl", text);
}
