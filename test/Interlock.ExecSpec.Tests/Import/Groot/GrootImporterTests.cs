using System.Text.Json.Nodes;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Import.Groot;

public sealed class GrootImporterTests
{
    private const string Metadata = """
        {"new_embodiment": {
          "statistics": {"action": {
            "gripper": {"min": [0], "max": [1], "mean": [0.5], "std": [0.5], "q01": [0], "q99": [1]},
            "single_arm": {"min": [-1, -2], "max": [1, 2], "mean": [0, 0], "std": [1, 1], "q01": [-0.9, -1.9], "q99": [0.9, 1.9]}}},
          "modalities": {"action": {
            "single_arm": {"absolute": true, "rotation_type": null, "shape": [2], "continuous": true},
            "gripper": {"absolute": true, "rotation_type": null, "shape": [1], "continuous": true} } } } }
        """;

    private const string Modality = """
        {"action": {"single_arm": {"start": 0, "end": 2}, "gripper": {"start": 2, "end": 3}}, "state": {"single_arm": {"start": 0, "end": 2}}}
        """;

    [Fact]
    public void The_order_of_the_action_is_that_of_the_slices()
    {
        ExecutableSpec spec = Import(Metadata, Modality).Require();
        Assert.Equal(["single_arm.0", "single_arm.1", "gripper"], spec.Action.Channels.Select(channel => channel.Name));
        Assert.Equal([ChannelRole.Joint, ChannelRole.Joint, ChannelRole.Gripper], spec.Action.Channels.Select(channel => channel.Role));
        Assert.All(spec.Action.Channels, channel => Assert.Equal(ActionReference.Absolute, channel.Reference));
        Assert.Equal([-1.0, -2, 0], spec.Unnormaliser.Rows!.Value.First);
        Assert.Equal("new_embodiment", spec.Unnormaliser.Key);
        Assert.Equal(LibraryArithmetic.Groot, spec.Unnormaliser.Arithmetic);
    }

    [Fact]
    public void The_scheme_can_be_stated()
    {
        Normaliser normaliser = Import(Metadata, Modality, request: new ImportRequest { Scheme = NormalisationScheme.Quantile }).Require().Unnormaliser;
        Assert.Equal([-0.9, -1.9, 0], normaliser.Rows!.Value.First);
        Assert.Equal(1, normaliser.Arithmetic.ForwardClip);
    }

    [Fact]
    public void The_later_file_has_no_statistics_level_and_its_library_clips_the_output()
    {
        const string later = """{"gr1": {"state": {}, "action": {"arm": {"min": [-1, 0], "max": [1, 2], "mean": [0, 0], "std": [1, 1]}}, "relative_action": {"arm": {"min": [[0, 0]], "max": [[1, 1]]}}}}""";
        SpecImport import = Import(later, null, "statistics.json");
        Assert.Equal(1, import.Require().Unnormaliser.Arithmetic.InverseClip);
        Assert.Contains(import.Findings, item => item.Code == "EX187");
    }

    [Fact]
    public void A_tag_that_is_missing_is_answered_with_those_that_are_there() =>
        Assert.Contains("'new_embodiment'", Trap("EX180", Metadata, Modality, new ImportRequest { Key = "gr1" }).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 3, "overlaps")]
    [InlineData(0, 1, "gap")]
    [InlineData(2, 2, "no length")]
    [InlineData(0, 100000, "no length")]
    public void Slices_that_do_not_tile_the_action_are_refused(int start, int end, string fault)
    {
        JsonNode spoilt = JsonNode.Parse(Modality)!;
        spoilt["action"]!["single_arm"]!["start"] = start;
        spoilt["action"]!["single_arm"]!["end"] = end;
        Assert.Contains(fault, Trap("EX181", Metadata, spoilt.ToJsonString()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_without_statistics_and_statistics_without_a_slice_are_refused()
    {
        Trap("EX182", Metadata, Modality.Replace("gripper", "hand", StringComparison.Ordinal));
        Trap("EX182", Metadata, """{"action": {"single_arm": {"start": 0, "end": 2}}}""");
        Trap("EX182", Metadata, """{"action": {"single_arm": {"start": 0, "end": 3}, "gripper": {"start": 3, "end": 4}}}""");
    }

    [Fact]
    public void An_assumed_scheme_is_said()
    {
        Assert.Contains(Import(Metadata, Modality).Findings, item => item.Code == "EX183");
        Assert.DoesNotContain(Import(Metadata, Modality, request: new ImportRequest { Scheme = NormalisationScheme.MinMax }).Findings, item => item.Code == "EX183");
    }

    [Theory]
    [InlineData("axis_angle", 3, RotationForm.AxisAngle)]
    [InlineData("quaternion", 4, null)]
    [InlineData("rotation_6d", 6, null)]
    public void Only_an_axis_angle_is_a_rotation_that_both_sides_write_alike(string type, int length, RotationForm? form)
    {
        string zeros = string.Join(",", Enumerable.Repeat("-1", length)), ones = string.Join(",", Enumerable.Repeat("1", length));
        string file = $$"""{"t": {"statistics": {"action": {"eef_rot": {"min": [{{zeros}}], "max": [{{ones}}]} } }, "modalities": {"action": {"eef_rot": {"absolute": true, "rotation_type": "{{type}}", "shape": [{{length}}]} } } } }""";
        SpecImport import = Import(file, null);
        Assert.Equal(form, import.Require().Action.Rotations.SingleOrDefault()?.Form);
        Assert.Equal(form is null ? 2 : 1, import.Findings.Count(item => item.Code == "EX184"));
        Assert.Equal(ChannelRole.Orientation, import.Require().Action.Channels[0].Role);
    }

    [Fact]
    public void Checkpoint_and_dataset_have_to_agree_on_absolute() =>
        Assert.Equal(DiagnosticSeverity.Error, Trap("EX185", Metadata, Modality.Replace("\"start\": 2", "\"absolute\": false, \"start\": 2", StringComparison.Ordinal)).Severity);

    [Fact]
    public void Offsets_need_to_be_told_from_what()
    {
        string offsets = Metadata.Replace("\"absolute\": true", "\"absolute\": false", StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Warning, Trap("EX185", offsets, Modality).Severity);
        SpecImport stated = Import(offsets, Modality, request: new ImportRequest { Reference = ActionReference.DeltaStep });
        Assert.Equal(ActionReference.DeltaStep, stated.Require().Action.Channels[0].Reference);
        Assert.DoesNotContain(stated.Findings, item => item.Code == "EX185");
    }

    [Fact]
    public void A_group_that_is_decided_is_not_unnormalised()
    {
        string discrete = Metadata.Replace("\"shape\": [1], \"continuous\": true", "\"shape\": [1], \"continuous\": false", StringComparison.Ordinal);
        Trap("EX186", discrete, Modality);
        Assert.Equal([true, true, false], Import(discrete, Modality).Require().Unnormaliser.Mask);
    }

    [Fact]
    public void Statistics_outside_the_stated_range_are_named() =>
        Trap("EX188", Metadata, Modality.Replace("\"end\": 3", "\"end\": 3, \"range\": [0, 0.5]", StringComparison.Ordinal));

    [Fact]
    public void Without_slices_the_order_is_not_stated() => Trap("EX189", Metadata, null);

    [SharedFact("data/groot-gr1-44d")]
    public void The_real_humanoid_has_44_channels_in_eight_groups()
    {
        SpecImport import = SpecImport.Open(SharedFiles.PathOf("data/groot-gr1-44d"));
        ExecutableSpec spec = import.Require();
        Assert.Equal("groot", import.Ecosystem);
        Assert.Equal(["left_arm.0", "left_hand.0", "waist.2"], [spec.Action.Channels[0].Name, spec.Action.Channels[7].Name, spec.Action.Channels[43].Name]);
        Assert.Equal(20, spec.Action.RateHz);
        Assert.Equal(-2.1038763523101807, spec.Unnormaliser.Statistics!.Min![3]);
        Assert.Contains(import.Findings, item => item.Code == "EX155");
    }

    [SharedFact("data/groot-gr1-44d")]
    public void Slices_that_leave_the_end_of_a_real_vector_uncovered_are_refused()
    {
        using TemporaryFolder folder = new();
        string meta = SharedFiles.PathOf("data/groot-gr1-44d/meta");
        folder.Write("meta/info.json", File.ReadAllText(Path.Combine(meta, "info.json")));
        folder.Write("meta/stats.json", File.ReadAllText(Path.Combine(meta, "stats.json")));
        JsonNode modality = JsonNode.Parse(File.ReadAllText(Path.Combine(meta, "modality.json")))!;
        ((JsonObject)modality["action"]!).Remove("waist");
        folder.Write("meta/modality.json", modality.ToJsonString());
        Assert.Contains(SpecImport.Open(folder.Root).Findings, item => item.Code == "EX181" && item.Message.Contains("41 to 43", StringComparison.Ordinal));
    }

    private static Diagnostic Trap(string code, string metadata, string? modality, ImportRequest? request = null)
    {
        Assert.DoesNotContain(Import(Metadata, Modality).Findings, item => item.Code == code);
        return Import(metadata, modality, request: request).Findings.First(item => item.Code == code);
    }

    private static SpecImport Import(string statistics, string? modality, string name = "experiment_cfg/metadata.json", ImportRequest? request = null)
    {
        using TemporaryFolder folder = new();
        folder.Write(name, statistics);
        if (modality is not null)
        {
            folder.Write("meta/modality.json", modality);
        }

        return SpecImport.Open(folder.Root, request);
    }
}
