using System.Text.Json.Nodes;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Safetensors;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Safetensors;
using static Interlock.ExecSpec.Tests.Import.LeRobot.LeRobotCheckpoint;

namespace Interlock.ExecSpec.Tests.Import.LeRobot;

/// <summary>Everything that LeRobot lets pass in silence. Each trap is sprung on a checkpoint that has no such finding without it.</summary>
public sealed class LeRobotTrapTests
{
    private static readonly string[] Robots = ["so100", "so100-blue", "so100-red"];

    [Fact]
    public void A_state_file_without_the_action_makes_the_unnormaliser_inert()
    {
        Diagnostic finding = Trap("EX162", checkpoint => checkpoint.PostTensors = new SafetensorsBytes().F32("actions.mean", Mean));
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        Assert.Contains("does nothing", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_postprocessor_that_unnormalises_nothing_is_inert() =>
        Trap("EX162", checkpoint => ((JsonArray)checkpoint.Post["steps"]!).RemoveAt(0));

    [Fact]
    public void An_unnormaliser_without_a_state_file_is_inert() =>
        Assert.Contains("no state file", Trap("EX162", checkpoint => ((JsonObject)checkpoint.Post["steps"]![0]!).Remove("state_file")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_state_that_passes_raw_is_named() =>
        Assert.Contains("observation.state", Trap("EX162", checkpoint => checkpoint.PreTensors = Tensors()).Message, StringComparison.Ordinal);

    [Fact]
    public void Prefixed_statistics_of_smolvla_base_are_listed_and_none_is_taken()
    {
        LeRobotCheckpoint checkpoint = new() { PostTensors = Prefixed() };
        SpecImport import = checkpoint.Import();
        Assert.Null(import.Selected);
        Assert.Equal(["action", .. Robots], import.Entries.Select(entry => entry.Key));
        Assert.Contains(import.Findings, item => item.Code == "EX126");
    }

    [Fact]
    public void One_of_the_prefixed_statistics_can_be_chosen_and_the_others_stay_as_siblings()
    {
        LeRobotCheckpoint checkpoint = new() { PostTensors = Prefixed() };
        SpecImport import = checkpoint.Import(new ImportRequest { Key = "so100-red" });
        Assert.Equal(14.1f, import.Require().Unnormaliser.Statistics!.Std![0]);
        Assert.Equal(["so100", "so100-blue"], import.Require().Siblings.Select(sibling => sibling.Key));
        Assert.Contains(import.Findings, item => item is { Code: "EX163", Severity: DiagnosticSeverity.Warning });
    }

    [Fact]
    public void A_mode_that_is_absent_from_the_map_is_an_error_here() =>
        Assert.Contains("ACTION", Trap("EX164", checkpoint => ((JsonObject)checkpoint.UnnormaliserConfig["norm_map"]!).Remove("ACTION")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_mode_that_is_not_known_is_named() =>
        Assert.Contains("BOUNDS", Trap("EX166", checkpoint => checkpoint.UnnormaliserConfig["norm_map"]!["ACTION"] = "BOUNDS").Message, StringComparison.Ordinal);

    [Fact]
    public void A_stated_scheme_takes_the_place_of_an_absent_mode_and_is_recorded()
    {
        LeRobotCheckpoint checkpoint = new();
        ((JsonObject)checkpoint.UnnormaliserConfig["norm_map"]!).Remove("ACTION");
        SpecImport import = checkpoint.Import(new ImportRequest { Scheme = NormalisationScheme.MeanStd });
        Assert.Equal(NormalisationScheme.MeanStd, import.Require().Unnormaliser.Scheme);
        Assert.Contains(import.Findings, item => item.Code == "EX128");
    }

    [Fact]
    public void A_missing_row_of_a_present_key_is_an_error() =>
        Assert.Contains("std", Trap("EX165", checkpoint => checkpoint.PostTensors = new SafetensorsBytes().F32("action.mean", Mean)).Message, StringComparison.Ordinal);

    [Fact]
    public void Maps_of_config_and_pipeline_that_differ_are_named_and_the_pipeline_counts()
    {
        Diagnostic finding = Trap("EX167", checkpoint => checkpoint.Config["normalization_mapping"]!["ACTION"] = "MIN_MAX");
        Assert.Contains("'MEAN_STD' for ACTION", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_of_the_two_pipelines_that_differ_are_named_with_row_and_channel()
    {
        double[] other = [.. Mean];
        other[3] = -4.5;
        Diagnostic finding = Trap("EX168", checkpoint => checkpoint.PostTensors = new SafetensorsBytes().F32("action.mean", other).F32("action.std", Std));
        Assert.Contains("mean of channel 3 is -4.5 against -4", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BF16", "8 significant")]
    [InlineData("F16", "11 significant")]
    public void Rounded_statistics_are_named(string dtype, string digits)
    {
        SafetensorDtype type = Enum.Parse<SafetensorDtype>(dtype);
        Diagnostic finding = Trap("EX169", checkpoint => checkpoint.PostTensors = new SafetensorsBytes().Add("action.mean", type, [6], Mean).Add("action.std", type, [6], Std));
        Assert.Contains(digits, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(1, "every channel")]
    [InlineData(32, "max_action_dim")]
    public void Statistics_of_another_length_than_the_action_are_refused(int length, string? hint)
    {
        Diagnostic finding = Trap("EX170", checkpoint =>
        {
            checkpoint.Config["max_action_dim"] = 32;
            checkpoint.PostTensors = new SafetensorsBytes().F32("action.mean", new double[length]).F32("action.std", [.. Enumerable.Repeat(1.0, length)]);
        });
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        Assert.Contains(hint ?? "", finding.Hint ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_different_lengths_are_refused() =>
        Trap("EX170", checkpoint => checkpoint.PostTensors = new SafetensorsBytes().F32("action.mean", Mean).F32("action.std", 1, 2));

    [Fact]
    public void Relative_actions_that_nobody_makes_absolute_are_refused()
    {
        Diagnostic finding = Trap("EX171", checkpoint => checkpoint.RelativeConfig["enabled"] = true);
        Assert.Contains("has the step disabled", finding.Message, StringComparison.Ordinal);
        Trap("EX171", checkpoint => checkpoint.AbsoluteConfig["enabled"] = true);
        Trap("EX171", checkpoint => checkpoint.Config["use_relative_actions"] = true);
    }

    [Fact]
    public void Relative_actions_with_both_steps_are_offsets_from_the_start_of_the_chunk_but_for_the_excluded()
    {
        ExecutableSpec spec = Relative("""["gripper"]""", """["pan", "lift", "elbow", "flex", "roll", "Left_Gripper.pos"]""").Import().Require();
        Assert.Equal(ActionReference.RelativeChunk, spec.Action.Reference);
        Assert.Equal(ActionReference.Absolute, spec.Action.Channels[5].Reference);
        Assert.Null(spec.Action.Channels[0].Reference);
    }

    [Fact]
    public void Exclusion_by_a_part_of_a_name_is_shown_and_without_names_it_excludes_nothing()
    {
        Assert.Contains(Relative("""["wrist"]""", """["pan", "lift", "elbow", "wrist_flex", "wrist_roll", "gripper"]""").Import().Findings, item =>
            item.Code == "EX172" && item.Message.Contains("wrist_flex.pos, wrist_roll.pos", StringComparison.Ordinal));
        Assert.Contains(Relative("""["gripper"]""", "null").Import().Findings, item => item is { Code: "EX172", Severity: DiagnosticSeverity.Error });
        Assert.Contains(Relative("""["thumb"]""", """["a", "b", "c", "d", "e", "gripper"]""").Import().Findings, item => item is { Code: "EX172", Severity: DiagnosticSeverity.Warning });
    }

    [Fact]
    public void Offsets_that_are_undone_before_unnormalising_are_refused()
    {
        LeRobotCheckpoint checkpoint = Relative("[]", "null");
        MoveFirst(checkpoint.Post["steps"]!.AsArray(), "absolute_actions_processor");
        Assert.Contains(checkpoint.Import().Findings, item =>
            item is { Code: "EX171", Severity: DiagnosticSeverity.Error } && item.Message.Contains("stands before 'unnormalizer_processor'", StringComparison.Ordinal));
    }

    [Fact]
    public void Offsets_that_are_made_after_normalising_are_refused()
    {
        LeRobotCheckpoint checkpoint = Relative("[]", "null");
        MoveFirst(checkpoint.Pre!["steps"]!.AsArray(), "normalizer_processor");
        Assert.Contains(checkpoint.Import().Findings, item =>
            item is { Code: "EX171", Severity: DiagnosticSeverity.Error } && item.Message.Contains("stands before 'relative_actions_processor'", StringComparison.Ordinal));
    }

    [Fact]
    public void The_state_is_added_once()
    {
        LeRobotCheckpoint checkpoint = Relative("[]", "null");
        checkpoint.Post["steps"]!.AsArray().Add(Step(checkpoint.Post, "absolute_actions_processor").DeepClone());
        Assert.Contains(checkpoint.Import().Findings, item => item is { Code: "EX171", Severity: DiagnosticSeverity.Error } && item.Message.Contains("more than once", StringComparison.Ordinal));
    }

    [Fact]
    public void Actions_that_are_normalised_again_behind_the_network_are_refused()
    {
        Diagnostic finding = Trap("EX179", checkpoint => checkpoint.Post["steps"]!.AsArray().Add(Step(checkpoint.Pre!, "normalizer_processor").DeepClone()));
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
    }

    [Fact]
    public void Pipelines_that_name_different_modes_for_the_action_are_named()
    {
        Diagnostic finding = Trap("EX167", checkpoint =>
        {
            checkpoint.Config.Remove("normalization_mapping");
            Step(checkpoint.Pre!, "normalizer_processor")["config"]!["norm_map"]!["ACTION"] = "MIN_MAX";
        });
        Assert.Contains("the preprocessor has 'MIN_MAX'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_names_in_another_order_are_refused()
    {
        LeRobotCheckpoint checkpoint = Relative("""["gripper"]""", """["gripper.pos", "shoulder_pan.pos", "shoulder_lift.pos", "elbow_flex.pos", "wrist_flex.pos", "wrist_roll.pos"]""");
        Assert.Contains(checkpoint.Import().Findings, item => item is { Code: "EX138", Severity: DiagnosticSeverity.Error });
    }

    [Fact]
    public void A_name_that_two_channels_have_is_named() =>
        Trap("EX138", checkpoint => checkpoint.Info!["features"]!["action"]!["names"]![4] = "shoulder_pan.pos");

    [Fact]
    public void A_stated_reference_does_not_undo_what_the_pipeline_does()
    {
        SpecImport import = Relative("[]", "null").Import(new ImportRequest { Reference = ActionReference.Absolute });
        Assert.Null(import.Selected);
        Assert.Contains("EX128", import.Findings.Select(item => item.Code));
    }

    [Fact]
    public void A_stated_rate_that_is_not_the_recorded_one_is_named()
    {
        Assert.Contains(new LeRobotCheckpoint().Import(new ImportRequest { RateHz = 50 }).Findings, item => item.Code == "EX128" && item.Message.Contains("30 Hz", StringComparison.Ordinal));
        Assert.DoesNotContain(new LeRobotCheckpoint().Import(new ImportRequest { RateHz = 30 }).Findings, item => item.Code == "EX128");
    }

    [Fact]
    public void Statistics_that_change_nothing_are_named() =>
        Trap("EX162", checkpoint => checkpoint.PostTensors = new SafetensorsBytes().F32("action.mean", new double[6]).F32("action.std", 1, 1, 1, 1, 1, 1));

    [Fact]
    public void Statistics_that_were_never_filled_are_named()
    {
        double[] never = [.. Enumerable.Repeat(double.PositiveInfinity, 6)];
        Trap("EX174", checkpoint => checkpoint.PostTensors = new SafetensorsBytes().F32("action.mean", never).F32("action.std", never));
        Trap("EX156", checkpoint => checkpoint.PostTensors = new SafetensorsBytes().F32("action.mean", 1, 2, double.NaN, 4, 5, 6).F32("action.std", Std));
    }

    [Fact]
    public void A_unit_that_is_not_stated_is_asked_for()
    {
        ImportRequest degrees = new() { JointUnit = ChannelUnit.Degree };
        Assert.DoesNotContain(new LeRobotCheckpoint().Import(degrees).Findings, item => item.Code == "EX175");
        Assert.Contains(new LeRobotCheckpoint().Import().Findings, item => item is { Code: "EX175", Severity: DiagnosticSeverity.Warning });
    }

    [Fact]
    public void Names_of_the_older_driver_are_named() =>
        Trap("EX176", checkpoint => checkpoint.Info!["features"]!["action"]!["names"]![0] = "main_shoulder_pan");

    [Fact]
    public void Renamed_observations_are_shown_and_a_name_without_an_input_is_a_warning()
    {
        Diagnostic shown = Trap("EX178", checkpoint => Rename(checkpoint, "observation.images.top"));
        Assert.Equal(DiagnosticSeverity.Info, shown.Severity);
        LeRobotCheckpoint lost = new();
        Rename(lost, "observation.images.side");
        Assert.Contains(lost.Import().Findings, item => item is { Code: "EX178", Severity: DiagnosticSeverity.Warning });
    }

    [Fact]
    public void A_step_that_is_a_class_is_refused_by_name()
    {
        Diagnostic finding = Trap("EX160", checkpoint => checkpoint.Post["steps"]![2] = new JsonObject { ["class"] = "evil.module.Step", ["config"] = new JsonObject() });
        Assert.Contains("evil.module.Step", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unnormaliser_processor", "unnormalizer_processor")]
    [InlineData("action_tokenizer_processor", null)]
    [InlineData("groot_action_unpack_unnormalize_v1", null)]
    public void A_step_that_is_not_known_to_leave_actions_alone_is_refused_by_name(string name, string? nearest)
    {
        Diagnostic finding = Trap("EX161", checkpoint => checkpoint.Post["steps"]![2]!["registry_name"] = name);
        Assert.Contains(name, finding.Message, StringComparison.Ordinal);
        Assert.Contains(nearest ?? "", finding.Hint ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../other.safetensors")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    public void A_state_file_elsewhere_is_refused(string file) =>
        Trap("EX159", checkpoint => checkpoint.Post["steps"]![0]!["state_file"] = file);

    [Fact]
    public void A_checkpoint_without_a_preprocessor_says_so() => Trap("EX179", checkpoint => checkpoint.Pre = null);

    private static SafetensorsBytes Prefixed()
    {
        SafetensorsBytes tensors = new();
        double[] deviations = [26.4, 14.3, 14.1];
        foreach ((string robot, double deviation) in Robots.Zip(deviations))
        {
            tensors.F32($"{robot}.buffer.action.mean", Mean).F32($"{robot}.buffer.action.std", deviation, 20, 30, 40, 50, 25);
        }

        return tensors;
    }

    private static void Rename(LeRobotCheckpoint checkpoint, string to) =>
        checkpoint.Pre!["steps"]![0]!["config"]!["rename_map"] = new JsonObject { ["observation.images.cam"] = to };

    private static JsonNode Step(JsonNode pipeline, string name) =>
        pipeline["steps"]!.AsArray().Single(step => step!["registry_name"]!.GetValue<string>() == name)!;

    private static void MoveFirst(JsonArray steps, string name)
    {
        JsonNode step = steps.Single(item => item!["registry_name"]!.GetValue<string>() == name)!;
        steps.Remove(step);
        steps.Insert(0, step);
    }

    private static LeRobotCheckpoint Relative(string excluded, string names)
    {
        LeRobotCheckpoint checkpoint = new();
        checkpoint.RelativeConfig["enabled"] = true;
        checkpoint.AbsoluteConfig["enabled"] = true;
        checkpoint.RelativeConfig["exclude_joints"] = JsonNode.Parse(excluded);
        checkpoint.RelativeConfig["action_names"] = JsonNode.Parse(names);
        return checkpoint;
    }
}
