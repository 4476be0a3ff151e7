using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.LeRobot;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Tests.Parquet.Writing;

namespace Interlock.Datasets.Tests.LeRobot;

public sealed class PublishedStatisticsTests
{
    [Theory]
    [InlineData("""{"action": {"min": [0, -2], "max": [2, 0]}, "observation.state": {"min": [77, 77]}}""")]
    [InlineData("""{"action": {"min": [[0], [-2]], "max": [2.0000001, 0]}}""")]
    [InlineData("""{"action": {"mean": [1, 1], "max": null}}""")]
    [InlineData("""{"observation.state": {"min": [0]}}""")]
    public void Statistics_that_agree_or_say_nothing_are_not_odd(string json)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Json("stats.json", json);
        Assert.Empty(folder.Oddities());
    }

    [Fact]
    public void An_extreme_that_is_not_in_the_data_is_named_with_both_numbers()
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Json(
            "stats.json", """{"action": {"min": [0, -2.00001], "max": [2.5, 0]}}""");
        DatasetOddity oddity = Assert.Single(folder.Oddities());
        Assert.Equal("DS124", oddity.Code);
        Assert.Equal(
            "2 published extremes of 'action' are not those of the data: stats.json gives b.pos the min -2.00001, the data has -2",
            oddity.Message);
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_left_out_of_the_comparison()
    {
        TestColumn[] columns = LeRobotTestFolder.Frames(3, 2);
        columns[0] = TestColumn.Vectors(
            "action", PhysicalType.Float, 2, double.NaN, -1, 0, double.NegativeInfinity, 2, 0, 1, -2, double.NaN, double.NaN);
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3(columns).Json(
            "stats.json", """{"action": {"min": [0, -2], "max": [2, 0]}}""");
        Assert.DoesNotContain(folder.Oddities(), oddity => oddity.Code == "DS124");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"action": {"min": [NaN, 0]}}""")]
    [InlineData("""{"action": {"min": [0]}}""")]
    [InlineData("""{"action": {"q99": ["a", "b"]}}""")]
    [InlineData("""{"action": {"max": {"a": 1}}}""")]
    public void Statistics_that_cannot_be_used_are_named_and_the_data_read(string json)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Json("stats.json", json);
        Assert.Equal("DS126", Assert.Single(folder.Oddities()).Code);
        Assert.Equal(2, folder.Read().Count);
    }

    [Theory]
    [InlineData(10, 989, true)]
    [InlineData(3, 996, true)]
    [InlineData(45, 960, true)]
    [InlineData(60, 989, false)]
    [InlineData(10, 920, false)]
    [InlineData(-5, 989, false)]
    [InlineData(10, 1010, false)]
    public void Quantiles_are_odd_when_the_share_they_cut_off_is_wrong_by_a_factor_of_five(double q01, double q99, bool isFine)
    {
        const int steps = 1000;
        using LeRobotTestFolder folder = new LeRobotTestFolder().Info(episodes: 1, frames: steps, split: "0:1").Tasks().Episodes(steps)
            .Data("chunk-000/file-000.parquet", LeRobotTestFolder.Frames(steps))
            .Json("stats.json", $$"""{"action": {"min": [0, -999], "max": [999, 0], "q01": [{{q01}}, {{-q99}}], "q99": [{{q99}}, {{-q01}}]} }""");
        Assert.Equal(isFine ? [] : ["DS125"], folder.Oddities().Select(oddity => oddity.Code));
    }

    [Fact]
    public void A_channel_that_rests_at_its_end_agrees_with_a_quantile_from_a_histogram()
    {
        const int steps = 1000;
        double[] actions = [.. Enumerable.Range(0, steps).SelectMany(step => (double[])[step < 400 ? 0 : step, 5])];
        TestColumn[] columns = LeRobotTestFolder.Frames(steps);
        columns[0] = TestColumn.Vectors("action", PhysicalType.Float, 2, actions);
        using LeRobotTestFolder folder = new LeRobotTestFolder().Info(episodes: 1, frames: steps, split: "0:1").Tasks().Episodes(steps)
            .Data("chunk-000/file-000.parquet", columns)
            .Json("stats.json", """{"action": {"min": [0, 5], "max": [999, 5], "q01": [0.005, 5], "q99": [989.4, 5]}}""");
        Assert.DoesNotContain(folder.Oddities(), oddity => oddity.Code == "DS125");
    }

    [SharedFact("data/so101-leader-piper/oracle.json")]
    public void Averaged_quantiles_of_a_real_dataset_cut_off_forty_percent_of_a_gripper()
    {
        const int gripper = 5;
        const double publishedQ01 = 1.0322859670160907;
        IEpisodeSource source = LeRobotDataset.Open(SharedFiles.PathOf("data/so101-leader-piper"));
        double[] values = [.. source.ReadEpisodes().SelectMany(
            episode => Enumerable.Range(0, episode.Length).Select(step => episode.Action(step)[gripper])).Order()];

        Assert.Equal(0.421, Array.FindIndex(values, value => value >= publishedQ01) / (double)values.Length, tolerance: 5e-4);
        DatasetOddity oddity = Assert.Single(DatasetInspection.Run(source).Oddities, item => item.Code == "DS125");
        Assert.Contains("10 of 12", oddity.Message, StringComparison.Ordinal);
        Assert.Contains("42.1 % of gripper.pos lie below its q01", oddity.Message, StringComparison.Ordinal);
    }
}
