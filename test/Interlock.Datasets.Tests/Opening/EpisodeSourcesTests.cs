using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Tests.Numpy;

namespace Interlock.Datasets.Tests.Opening;

public sealed class EpisodeSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_of_files_is_one_episode_per_file_in_counting_order()
    {
        _folder.Write("episode_10.csv", "x\n10\n");
        _folder.Write("episode_2.csv", "x\n2\n");
        _folder.Write("README.md", "notes");

        IEpisodeSource source = EpisodeSources.Open(_folder.Root);

        Assert.Equal([2, 10], source.ReadEpisodes().Select(episode => episode.Actions[0]));
        Assert.Equal([0, 1], source.ReadEpisodes().Select(episode => episode.Index));
        Assert.Equal(_folder.Root, source.Description.Location);
    }

    [Fact]
    public void Files_with_several_episodes_are_numbered_through()
    {
        _folder.Write("a.npy", NpyBytes.Float32("(2, 1, 1)", 1, 2));
        _folder.Write("b.npy", NpyBytes.Float32("(1, 1, 1)", 3));

        Assert.Equal([(0, 1.0), (1, 2.0), (2, 3.0)], Reading.Episodes(_folder.Root).Select(episode => (episode.Index, episode.Actions[0])));
    }

    [Fact]
    public void A_source_can_be_read_twice()
    {
        IEpisodeSource source = EpisodeSources.Open(_folder.Write("a.jsonl", "{\"action\":[1]}"));

        Assert.Equal(Assert.Single(source.ReadEpisodes()).Actions, Assert.Single(source.ReadEpisodes()).Actions);
    }

    [Fact]
    public void A_missing_path_suggests_its_neighbour()
    {
        _folder.Write("actions.csv", "x\n1\n");

        Diagnostic failure = Reading.Failure(_folder.PathOf("action.csv"));

        Assert.Equal(("DS140", "did you mean actions.csv?"), (failure.Code, failure.Hint));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    public void A_text_that_is_no_path_is_a_missing_path(string path) => Assert.Equal("DS140", Reading.Failure(path).Code);

    [Fact]
    public void An_empty_folder_and_one_of_folders_say_what_is_expected()
    {
        Assert.Equal("DS141", Reading.Failure(_folder.Root).Code);
        _folder.Write("1.0.0/features.json", "{}");
        Assert.Contains("1.0.0", Reading.Failure(_folder.Root).Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_ending_lists_the_known_ones()
    {
        Diagnostic failure = Reading.Failure(_folder.Write("actions.pkl", "x"));

        Assert.Equal("DS142", failure.Code);
        Assert.Contains(".tfrecord", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_several_kinds_or_robots_are_not_mixed()
    {
        _folder.Write("one/a.csv", "x\n1\n");
        _folder.Write("one/a.jsonl", "{\"action\":[1]}");
        _folder.Write("two/a.csv", "x\n1\n");
        _folder.Write("two/b.csv", "x,y\n1,2\n");

        Assert.Equal("DS145", Reading.Failure(_folder.PathOf("one")).Code);
        Assert.Equal("DS145", Reading.Failure(_folder.PathOf("two")).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_rate_that_is_none_is_refused(double rate) =>
        Assert.Equal("DS146", Reading.Failure(_folder.Write("a.csv", "x\n1\n"), new EpisodeSourceOptions { RateHz = rate }).Code);

    [Theory]
    [InlineData("hub:name")]
    [InlineData("hub:owner/na/me")]
    [InlineData("hub:../name")]
    [InlineData("hub:owner/..")]
    [InlineData("hub:owner/name@")]
    [InlineData("hub:owner/name@../../x")]
    [InlineData("hub:owner/name@a\\b")]
    public void A_reference_that_is_none_is_refused(string reference) => Assert.Equal("DS180", Reading.Failure(reference).Code);
}
