using Interlock.Core.Diagnostics;
using Interlock.Datasets.LeRobot;
using Interlock.Datasets.Tests.Parquet.Writing;

namespace Interlock.Datasets.Tests.LeRobot;

public sealed class MetadataTests
{
    [Theory]
    [InlineData("""["x", "y"]""", "x y")]
    [InlineData("""[["x", "y"]]""", "x y")]
    [InlineData("""{"motors": ["x", "y"]}""", "x y")]
    [InlineData("""{"axes": ["x", "y"]}""", "x y")]
    [InlineData("null", "action_0 action_1")]
    [InlineData("", "action_0 action_1")]
    [InlineData("""["x"]""", "action_0 action_1")]
    [InlineData("""["x", "x"]""", "x x_2")]
    [InlineData("""{"motors": ["x"], "axes": ["y"]}""", "action_0 action_1")]
    [InlineData("7", "action_0 action_1")]
    public void Names_are_understood_in_every_shape_that_occurs(string names, string expected)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Info(names: names);
        Assert.Equal(expected, string.Join(' ', folder.Open().Description.ActionChannels));
    }

    [Theory]
    [InlineData("task")]
    [InlineData("__index_level_0__")]
    public void The_text_of_a_task_is_found_under_either_name(string column)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Tasks(column);
        Assert.All(folder.Read(), episode => Assert.Equal("push", episode.Task));
    }

    [Theory]
    [InlineData("20.0", 20.0)]
    [InlineData("30", 30.0)]
    [InlineData("29.97", 29.97)]
    public void Rates_may_be_written_as_floats(string fps, double expected)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Info(fps: fps);
        Assert.Equal(expected, folder.Open().Description.RateHz);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-10")]
    [InlineData("\"10\"")]
    [InlineData("1e999")]
    public void Rates_that_are_none_are_refused_with_their_place(string fps)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Info(fps: fps);
        Diagnostic problem = Assert.Throws<DiagnosticException>(folder.Open).Diagnostics[0];
        Assert.Equal("DS062", problem.Code);
        Assert.Equal("fps", problem.Place!.Key);
    }

    [Theory]
    [InlineData("arm_rad", "rad")]
    [InlineData("arm.deg", "deg")]
    [InlineData("x [m]", "m")]
    [InlineData("x (mm)", "mm")]
    [InlineData("arm_m", "")]
    [InlineData("shoulder_pan.pos", "")]
    public void A_suffix_declares_the_unit_of_a_channel(string name, string unit)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Info(names: $"""["{name}", "other"]""");
        Assert.Equal(unit, folder.Open().Description.ActionUnits[0].Symbol);
    }

    [Theory]
    [InlineData("100.0", "so101_follower", "percent percent")]
    [InlineData("99.0", "so101_follower", " percent")]
    [InlineData("120.0", "so101_follower", " percent")]
    [InlineData("100.0", "koch", " ")]
    public void Joints_of_an_SO_arm_are_in_percent_only_when_one_is_clamped_at_its_end(string max, string robot, string units)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Info(
            names: """["elbow_flex.pos", "gripper.pos"]""",
            robot: $"\"{robot}\"")
            .Json("stats.json", $$"""{"action": {"min": [-3, 0], "max": [{{max}}, 40] } }""");
        Assert.Equal(units, string.Join(' ', folder.Open().Description.ActionUnits));
    }

    [Fact]
    public void A_folder_without_info_json_is_no_LeRobot_dataset()
    {
        using TemporaryFolder folder = new();
        Assert.False(LeRobotDataset.LooksLike(folder.Root));
        Assert.Equal("DS060", CodeOf(folder.Root));
        using LeRobotTestFolder sound = LeRobotTestFolder.SoundV3();
        Assert.True(LeRobotDataset.LooksLike(sound.Root));
    }

    [Fact]
    public void A_dataset_without_data_files_says_what_was_looked_for()
    {
        using LeRobotTestFolder folder = new LeRobotTestFolder().Info();
        Assert.Equal("DS063", CodeOf(folder.Root));
        Directory.CreateDirectory(Path.Combine(folder.Root, "data", "chunk-000"));
        Assert.Equal("DS063", CodeOf(folder.Root));
    }

    [Theory]
    [InlineData("{\"fps\": 10,")]
    [InlineData("{\"fps\": NaN}")]
    [InlineData("")]
    public void Info_json_that_is_no_JSON_is_named_with_its_line(string json)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3().Json("info.json", json);
        Diagnostic problem = Assert.Throws<DiagnosticException>(folder.Open).Diagnostics[0];
        Assert.Equal("DS061", problem.Code);
        Assert.EndsWith("info.json", problem.Place!.File, StringComparison.Ordinal);
        Assert.NotNull(problem.Place.Line);
    }

    [Fact]
    public void A_data_file_without_footer_is_named_as_not_finalised()
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3();
        string path = Path.Combine(folder.Root, "data", "chunk-000", "file-000.parquet");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^30]);
        Assert.Equal("DS003", CodeOf(folder.Root));
    }

    [Fact]
    public void A_task_table_without_text_is_named()
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3();
        File.WriteAllBytes(
            Path.Combine(folder.Root, "meta", "tasks.parquet"),
            ParquetTestFile.Write(new WriteOptions(), TestColumn.Numeric("task_index", Datasets.Parquet.Footer.PhysicalType.Int64, 0)));
        Assert.Equal("DS071", CodeOf(folder.Root));
    }

    private static string CodeOf(string folder) =>
        Assert.Throws<DiagnosticException>(() => LeRobotDataset.Open(folder)).Diagnostics[0].Code;
}
