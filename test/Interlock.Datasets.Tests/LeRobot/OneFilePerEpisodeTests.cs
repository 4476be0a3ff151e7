using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Tests.Parquet.Writing;

namespace Interlock.Datasets.Tests.LeRobot;

public sealed class OneFilePerEpisodeTests
{
    private const string Template = "data/chunk-{episode_chunk:03d}/episode_{episode_index:06d}.parquet";

    [Fact]
    public void A_dataset_of_v21_is_read_by_its_files()
    {
        using LeRobotTestFolder folder = Sound("v2.1").Lines("episodes_stats.jsonl", "{}");
        List<Episode> episodes = folder.Read();
        Assert.Equal([3, 2], episodes.Select(episode => episode.Length));
        Assert.Equal("push", episodes[1].Task);
        Assert.Equal("v2.1", folder.Open().Description.Version);
        Assert.Empty(folder.Oddities());
    }

    [Fact]
    public void A_v21_label_on_files_of_v20_is_odd_but_read()
    {
        using LeRobotTestFolder folder = Sound("v2.1");
        Assert.Equal("v2.0", folder.Open().Description.Version);
        Assert.Equal(["DS101"], Codes(folder));
    }

    [Fact]
    public void The_file_name_numbers_the_episode_where_the_column_is_missing_or_wrong()
    {
        TestColumn[] columns = LeRobotTestFolder.Frames(2);
        using LeRobotTestFolder folder = Metadata("v2.0", 3, 2)
            .Data(
                "chunk-000/episode_000000.parquet",
                [.. LeRobotTestFolder.Frames(3).Where(column => column.Name is "action" or "timestamp")])
            .Data("chunk-000/episode_000001.parquet", columns);
        Assert.Equal([0, 1], folder.Read().Select(episode => episode.Index));
        Assert.Equal("push", folder.Read()[0].Task);
    }

    [Fact]
    public void Two_episodes_in_a_file_for_one_are_refused()
    {
        using LeRobotTestFolder folder = Metadata("v2.0", 3, 2).Data("chunk-000/episode_000000.parquet", LeRobotTestFolder.Frames(3, 2));
        Assert.Equal("DS068", Assert.Throws<DiagnosticException>(folder.Read).Diagnostics[0].Code);
    }

    [Fact]
    public void Episodes_beyond_the_first_chunk_are_found()
    {
        using LeRobotTestFolder folder = Metadata("v2.0", 3)
            .Data("chunk-000/episode_000999.parquet", LeRobotTestFolder.Frames(3))
            .Data("chunk-001/episode_001000.parquet", LeRobotTestFolder.Frames(2));
        Assert.Equal([999, 1000], folder.Read().Select(episode => episode.Index));
    }

    [Fact]
    public void A_template_that_does_not_lead_to_the_files_is_odd()
    {
        using LeRobotTestFolder folder = Sound("v2.0").Info(
            "v2.0",
            dataPath: Template.Replace("episode_chunk", "episode_index", StringComparison.Ordinal));
        DatasetOddity oddity = Assert.Single(folder.Oddities());
        Assert.Equal("DS118", oddity.Code);
        Assert.Contains("data/chunk-000/episode_000001.parquet", oddity.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_rows_is_an_empty_episode()
    {
        TestColumn[] none = [.. LeRobotTestFolder.Frames(1).Select(column => column.Slice(0, 0))];
        using LeRobotTestFolder folder = Metadata("v2.0", 3, 0)
            .Data("chunk-000/episode_000000.parquet", LeRobotTestFolder.Frames(3))
            .Data("chunk-000/episode_000001.parquet", none);
        Assert.Equal([3, 0], folder.Read().Select(episode => episode.Length));
        Assert.Contains("DS108", Codes(folder));
    }

    [Theory]
    [InlineData("tasks.jsonl", "{\"task_index\": 0, ", "DS061", 1)]
    [InlineData("tasks.jsonl", "[1]", "DS061", 1)]
    [InlineData("tasks.jsonl", "{\"task_index\": 0, \"task\": \"\\ud800\"}", "DS061", 1)]
    [InlineData("episodes.jsonl", "{\"episode_index\": -3, \"length\": 3}", "DS070", null)]
    [InlineData("episodes.jsonl", "{\"episode_index\": 0, \"length\": \"three\"}", "DS062", 1)]
    [InlineData("modality.json", "{\"action\": {\"arm\": {\"start\": 0, \"end\": 7}}}", "DS062", null)]
    public void Metadata_that_cannot_be_used_is_named_with_file_and_line(string file, string text, string code, int? line)
    {
        using LeRobotTestFolder folder = Sound("v2.0").Lines(file, text);
        Diagnostic problem = Assert.Throws<DiagnosticException>(folder.Open).Diagnostics[0];
        Assert.Equal(code, problem.Code);
        Assert.EndsWith(file, problem.Place!.File, StringComparison.Ordinal);
        Assert.Equal(line, problem.Place.Line);
    }

    [Fact]
    public void Slices_of_modality_json_name_the_channels_where_info_json_does_not()
    {
        using LeRobotTestFolder folder = Sound("v2.0").Info("v2.0", names: "null", dataPath: Template)
            .Json(
                "modality.json",
                """{"action": {"arm": {"start": 0, "end": 1}, "hand": {"start": 1, "end": 2}}, "state": {"arm": {"start": 0, "end": 2}}}""");
        Assert.Equal(["arm", "hand"], folder.Open().Description.ActionChannels);
        Assert.Equal(["arm.0", "arm.1"], folder.Open().Description.StateChannels);
    }

    private static LeRobotTestFolder Sound(string version) => Metadata(version, 3, 2)
        .Data("chunk-000/episode_000000.parquet", LeRobotTestFolder.Frames(3))
        .Data("chunk-000/episode_000001.parquet", [.. LeRobotTestFolder.Frames(2).Select(Renumber)]);

    private static TestColumn Renumber(TestColumn column) =>
        column.Name == "episode_index" ? column with { Numbers = [1, 1] } : column;

    private static LeRobotTestFolder Metadata(string version, params int[] lengths) => new LeRobotTestFolder()
        .Info(version, dataPath: Template)
        .Lines("tasks.jsonl", """{"task_index": 0, "task": "push"}""")
        .Lines(
            "episodes.jsonl",
            [.. lengths.Index().Select(item => $$"""{"episode_index": {{item.Index}}, "tasks": ["push"], "length": {{item.Item}}}""")]);

    private static IEnumerable<string> Codes(LeRobotTestFolder folder) => folder.Oddities().Select(oddity => oddity.Code);
}
