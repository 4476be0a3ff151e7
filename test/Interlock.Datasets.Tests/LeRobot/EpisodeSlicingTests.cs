using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Tests.Parquet.Writing;

namespace Interlock.Datasets.Tests.LeRobot;

public sealed class EpisodeSlicingTests
{
    [Fact]
    public void A_sound_dataset_gives_its_episodes_with_actions_states_times_and_task()
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3();
        List<Episode> episodes = folder.Read();
        Assert.Equal([3, 2], episodes.Select(episode => episode.Length));
        Assert.Equal([0, 0, 1, -1, 2, -2], episodes[0].Actions);
        Assert.Equal([0.5, 0.5, 1.5, -0.5], episodes[1].States!);
        Assert.Equal([0, (double)0.1f], episodes[1].TimestampsS!);
        Assert.All(episodes, episode => Assert.Equal("push", episode.Task));
        Assert.All(episodes, episode => Assert.Null(episode.Success));
        Assert.Empty(folder.Oddities());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void Row_groups_and_pages_say_nothing_about_episodes(int rowsPerGroup)
    {
        using LeRobotTestFolder folder = new LeRobotTestFolder().Info()
            .Data(
                "chunk-000/file-000.parquet",
                new WriteOptions { RowsPerGroup = rowsPerGroup, SlotsPerPage = 3 },
                LeRobotTestFolder.Frames(3, 1, 9, 2));
        Assert.Equal([3, 1, 9, 2], folder.Read().Select(episode => episode.Length));
        Assert.Equal([7, -7, 8, -8], folder.Read()[2].Actions[14..]);
    }

    [Fact]
    public void Files_are_read_in_the_order_of_their_numbers_and_an_episode_may_cross_them()
    {
        TestColumn[] all = LeRobotTestFolder.Frames(3, 4, 2);
        using LeRobotTestFolder folder = new LeRobotTestFolder().Info()
            .Data("chunk-000/file-010.parquet", [.. all.Select(column => column.Slice(8, 1))])
            .Data("chunk-000/file-002.parquet", [.. all.Select(column => column.Slice(5, 3))])
            .Data("chunk-000/file-000.parquet", [.. all.Select(column => column.Slice(0, 5))]);
        List<Episode> episodes = folder.Read();
        Assert.Equal([0, 1, 2], episodes.Select(episode => episode.Index));
        Assert.Equal([3, 4, 2], episodes.Select(episode => episode.Length));
        Assert.Equal([0, 0, 1, -1, 2, -2, 3, -3], episodes[1].Actions);
    }

    [Fact]
    public void An_episode_whose_rows_are_scattered_is_refused()
    {
        TestColumn[] columns = LeRobotTestFolder.Frames(3, 2);
        columns[4] = TestColumn.Numeric("episode_index", PhysicalType.Int64, 0, 1, 0, 1, 1);
        Assert.Equal("DS067", CodeOf(columns));
    }

    [Fact]
    public void Shared_files_without_episode_index_are_refused()
    {
        Assert.Equal("DS066", CodeOf([.. LeRobotTestFolder.Frames(3, 2).Where(column => column.Name != "episode_index")]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    [InlineData(1e18)]
    public void Episode_numbers_that_do_not_count_are_refused(double number)
    {
        TestColumn[] columns = LeRobotTestFolder.Frames(3, 2);
        columns[4] = TestColumn.Numeric("episode_index", PhysicalType.Double, 0, 0, 0, number, number);
        Assert.Equal("DS070", CodeOf(columns));
    }

    [Fact]
    public void A_dataset_without_actions_is_refused_with_the_nearest_column()
    {
        TestColumn[] columns = LeRobotTestFolder.Frames(3, 2);
        columns[0] = columns[0] with { Name = "acton" };
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3(columns);
        Diagnostic problem = Assert.Throws<DiagnosticException>(folder.Open).Diagnostics[0];
        Assert.Equal("DS064", problem.Code);
        Assert.Contains("'acton'", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Foreign_column_names_and_float64_are_read()
    {
        TestColumn[] columns = LeRobotTestFolder.Frames(3, 2);
        columns[0] = columns[0] with { Name = "actions", Type = PhysicalType.Double };
        columns[1] = columns[1] with { Name = "state", Type = PhysicalType.Double };
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3(columns);
        Assert.Equal([0, 0, 1, -1], folder.Read()[1].Actions);
        Assert.Equal(2, folder.Read()[1].StateDimension);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void The_last_recorded_success_decides(bool last, bool expected)
    {
        TestColumn success = TestColumn.Numeric("next.success", PhysicalType.Boolean, 1, 0, last ? 1 : 0, 0, 0);
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3([.. LeRobotTestFolder.Frames(3, 2), success]);
        Assert.Equal(expected, folder.Read()[0].Success);
    }

    [Fact]
    public void An_absent_number_in_an_action_is_NaN()
    {
        TestColumn[] columns = LeRobotTestFolder.Frames(3, 2);
        columns[0] = columns[0] with { Numbers = columns[0].Numbers[1..], Definition = [2, .. columns[0].Definition[1..]] };
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3(columns);
        Assert.Equal([double.NaN, 0, 1], folder.Read()[0].Actions[..3]);
        Assert.Contains("DS106", folder.Oddities().Select(oddity => oddity.Code));
    }

    private static string CodeOf(TestColumn[] columns)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3(columns);
        return Assert.Throws<DiagnosticException>(folder.Read).Diagnostics[0].Code;
    }
}
