using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Tests.Opening;
using Interlock.Datasets.Tests.Parquet.Writing;

namespace Interlock.Datasets.Tests.LeRobot;

public sealed class ChosenColumnTests : IDisposable
{
    private readonly LeRobotTestFolder _folder = LeRobotTestFolder.SoundV3(
        [
            .. LeRobotTestFolder.Frames(3, 2),
            TestColumn.Vectors("action.delta", PhysicalType.Double, 3, [.. Enumerable.Range(0, 15).Select(i => (double)i)]),
            TestColumn.Text("note", "a", "b", "c", "d", "e"),
        ]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_stated_rate_wins_over_info_json()
    {
        Assert.Equal(25, Open(new EpisodeSourceOptions { RateHz = 25 }).Description.RateHz);
        Assert.Equal(LeRobotTestFolder.RateHz, Open(new EpisodeSourceOptions()).Description.RateHz);
    }

    [Fact]
    public void Actions_come_from_the_chosen_column()
    {
        IEpisodeSource source = Open(new EpisodeSourceOptions { ActionKey = "action.delta" });

        Assert.Equal(["action_0", "action_1", "action_2"], source.Description.ActionChannels);
        Assert.Equal([9, 10, 11, 12, 13, 14], source.ReadEpisodes().Last().Actions);
    }

    [Fact]
    public void States_come_from_the_chosen_column_with_its_names()
    {
        IEpisodeSource source = Open(new EpisodeSourceOptions { StateKey = "action" });

        Assert.Equal(["a.pos", "b.pos"], source.Description.StateChannels);
        Assert.All(source.ReadEpisodes(), episode => Assert.Equal(episode.Actions, episode.States));
    }

    [Theory]
    [InlineData("action.dela", "did you mean 'action.delta'?")]
    [InlineData("note", "it has: action, observation.state")]
    public void A_chosen_column_that_is_not_there_is_never_replaced(string key, string hint)
    {
        foreach (EpisodeSourceOptions options in (EpisodeSourceOptions[])[new() { ActionKey = key }, new() { StateKey = key }])
        {
            Diagnostic failure = Reading.Failure(_folder.Root, options);
            Assert.Equal("DS144", failure.Code);
            Assert.StartsWith(hint, failure.Hint, StringComparison.Ordinal);
        }
    }

    private IEpisodeSource Open(EpisodeSourceOptions options) => EpisodeSources.Open(_folder.Root, options);
}
