using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Import.LeRobotDataset;

public sealed class LeRobotDatasetImporterTests
{
    private const string Info = """
        {"fps": 20.0, "robot_type": "so100", "features": {"action": {"dtype": "float32", "shape": [2], "names": [["a.pos", "gripper.pos"]]} } }
        """;

    private static readonly ImportRequest MinMax = new() { Scheme = NormalisationScheme.MinMax };

    [Fact]
    public void Statistics_and_info_become_a_specification()
    {
        ExecutableSpec spec = Import("""{"action": {"min": [-1, 0], "max": [1, 100], "count": [5]}, "observation.image": {"min": [[[0.0]]]}}""", MinMax).Require();
        Assert.Equal(["a.pos", "gripper.pos"], spec.Action.Channels.Select(channel => channel.Name));
        Assert.Equal(20, spec.Action.RateHz);
        Assert.Equal([-1.0, 0], spec.Unnormaliser.Rows!.Value.First);
        Assert.Equal("so100", spec.Controller!.RobotModel);
    }

    [Fact]
    public void The_scheme_has_to_be_stated_or_follows_from_the_policy_type()
    {
        const string stats = """{"action": {"min": [-1, 0], "max": [1, 100], "mean": [0, 50], "std": [1, 9]}}""";
        Assert.Contains(Import(stats, ImportRequest.Empty).Findings, item => item.Code == "EX166");
        Assert.Equal(NormalisationScheme.MeanStd, Import(stats, new ImportRequest { Family = "act" }).Require().Unnormaliser.Scheme);
        Assert.Equal(NormalisationScheme.MinMax, Import(stats, new ImportRequest { Family = "diffusion" }).Require().Unnormaliser.Scheme);
        Assert.Contains(Import(stats, new ImportRequest { Family = "akt" }).Findings, item => item.Code == "EX166");
    }

    [Theory]
    [InlineData("q01", "q99", 0.01)]
    [InlineData("q02", "q98", 0.02)]
    public void Quantiles_are_taken_as_the_dataset_has_them_with_a_remark_on_their_making(string low, string high, double level)
    {
        SpecImport import = Import($$$"""{"action": {"{{{low}}}": [-1, 0], "{{{high}}}": [1, 100]}}""", new ImportRequest { Scheme = NormalisationScheme.Quantile });
        Assert.Equal(level, import.Require().Unnormaliser.LowQuantile);
        Assert.Contains(import.Findings, item => item is { Code: "EX177", Severity: DiagnosticSeverity.Info });
    }

    [Fact]
    public void Statistics_of_another_length_than_info_says_are_refused() =>
        Assert.Contains(Import("""{"action": {"min": [-1, 0, 1], "max": [1, 100, 2]}}""", MinMax).Findings, item => item.Code == "EX170");

    [Fact]
    public void Numbers_beyond_a_hundred_cannot_be_percent()
    {
        Diagnostic finding = Import("""{"action": {"min": [-110.5, 0], "max": [1, 100]}}""", MinMax).Findings.First(item => item.Code == "EX175");
        Assert.Contains("cannot be percent", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Import("""{"action": {"min": [-110.5, 0], "max": [1, 100]}}""", MinMax with { JointUnit = ChannelUnit.Degree }).Findings, item => item.Code == "EX175");
    }

    [Fact]
    public void Statistics_of_episodes_are_joined_by_frames()
    {
        using TemporaryFolder folder = new();
        folder.Write("meta/info.json", Info);
        folder.Write("meta/episodes_stats.jsonl", """
            {"episode_index": 0, "stats": {"action": {"min": [0, 0], "max": [2, 0], "mean": [1, 0], "std": [1, 0], "count": [2]}}}

            {"episode_index": 1, "stats": {"action": {"min": [4, 1], "max": [4, 1], "mean": [4, 1], "std": [0, 0], "count": [1]}}}
            """);
        ActionStatistics table = SpecImport.Open(folder.Root, MinMax).Require().Unnormaliser.Statistics!;
        Assert.Equal([0.0, 0], table.Min);
        Assert.Equal([4.0, 1], table.Max);
        Assert.Equal(2, table.Mean![0], 12);
        Assert.Equal(Math.Sqrt(8.0 / 3), table.Std![0], 12);
        Assert.Equal(Math.Sqrt(2.0 / 9), table.Std[1], 12);
    }

    [Fact]
    public void An_episode_with_other_rows_is_not_left_out_in_silence()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("episodes_stats.jsonl", """{"stats": {"action": {"min": [0], "count": [2]}}}""");
        Assert.Contains(SpecImport.Open(path, MinMax).Findings, item => item.Code == "EX165");
    }

    [SharedFact("data/so101-record-test")]
    public void The_real_so101_arm_stops_at_exactly_a_hundred()
    {
        SpecImport import = SpecImport.Open(SharedFiles.PathOf("data/so101-record-test"), new ImportRequest { Family = "act" });
        ExecutableSpec spec = import.Require();
        Assert.Equal(["shoulder_pan.pos", "gripper.pos"], [spec.Action.Channels[0].Name, spec.Action.Channels[5].Name]);
        Assert.Equal((30.0, "so101_follower"), (spec.Action.RateHz, spec.Controller!.RobotModel));
        Assert.Equal(-13.532224436547738, spec.Unnormaliser.Statistics!.Mean![0]);
        Assert.Contains(import.Findings, item => item.Code == "EX175" && item.Message.Contains("exactly 100", StringComparison.Ordinal));
    }

    [SharedFact("data/so101-leader-piper")]
    public void The_real_arm_with_a_leader_reaches_beyond_a_hundred()
    {
        SpecImport import = SpecImport.Open(SharedFiles.PathOf("data/so101-leader-piper"), new ImportRequest { Scheme = NormalisationScheme.Quantile });
        Assert.Contains(import.Findings, item => item.Code == "EX175" && item.Message.Contains("115.121", StringComparison.Ordinal));
        Assert.Equal((15.0, "piper"), (import.Require().Action.RateHz, import.Require().Controller!.RobotModel));
        Assert.Equal(-11.611836904816782, import.Require().Unnormaliser.Rows!.Value.First[0]);
    }

    [SharedFact("data/aloha-sim-transfer-cube")]
    public void The_real_aloha_set_names_fourteen_joints_in_an_object()
    {
        ExecutableSpec spec = SpecImport.Open(SharedFiles.PathOf("data/aloha-sim-transfer-cube"), new ImportRequest { Family = "act", JointUnit = ChannelUnit.Radian }).Require();
        Assert.Equal(14, spec.Action.Channels.Count);
        Assert.Equal(("left_waist", ChannelUnit.Radian), (spec.Action.Channels[0].Name, spec.Action.Channels[0].Unit));
        Assert.Equal(50, spec.Action.RateHz);
    }

    [SharedFact("data/pusht")]
    public void The_real_pusht_file_can_be_named_itself()
    {
        SpecImport import = SpecImport.Open(SharedFiles.PathOf("data/pusht/meta/stats.json"), new ImportRequest { Family = "diffusion" });
        Assert.Equal([12.0, 25], import.Require().Unnormaliser.Rows!.Value.First);
        Assert.Equal(("pusht", 10.0), (import.Require().Name, import.Require().Action.RateHz));
        Assert.Equal(["info.json", "stats.json"], import.Files.Order(StringComparer.Ordinal));
    }

    private static SpecImport Import(string stats, ImportRequest request)
    {
        using TemporaryFolder folder = new();
        folder.Write("meta/info.json", Info);
        folder.Write("meta/stats.json", stats);
        return SpecImport.Open(folder.Root, request);
    }
}
