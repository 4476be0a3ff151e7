using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Decoding;
using Interlock.ExecSpec.Tests.Drift;
using Interlock.ExecSpec.Tests.Import.LeRobot;
using Interlock.ExecSpec.Tests.Safetensors;

namespace Interlock.ExecSpec.Tests.Gate;

/// <summary>Mistakes that were found in public code and reports; each is refused by name. What the importers say about them is tested with the importers.</summary>
public sealed class FieldCasesTests
{
    private static readonly ExecutableSpec Goal = GateSpecs.Goal;

    /// <summary>A base checkpoint keeps its statistics as <c>so100.buffer.action</c>; the look-up for <c>action</c> finds nothing and says nothing.</summary>
    [Fact]
    public void Prefixed_keys_leave_an_unnormaliser_that_does_nothing()
    {
        ExecutableSpec certified = Joints("so100.buffer.action", [26.4, 14.1, 14.3]);
        GateReport report = GateSpecs.Run(certified, certified.With(normaliser => normaliser with { Key = "action", Statistics = null }));
        Assert.Equal("there are no statistics for `action`; certified `so100.buffer.action`", Cause(report.Failure("EX021")));
        Assert.Equal("unnormaliser is present but does nothing on j0, j1, j2; there are no statistics for `action`", report.Failure("EX023").Text);
        Assert.Contains("passes the numbers of the network through", report.Failure("EX025").Text, StringComparison.Ordinal);
    }

    /// <summary>The importer refuses such a checkpoint; whoever builds its specification by hand is refused by the gate.</summary>
    [Fact]
    public void A_checkpoint_without_statistics_for_the_action_passes_neither_import_nor_gate()
    {
        LeRobotCheckpoint broken = new() { PostTensors = new SafetensorsBytes().F32("actions.mean", LeRobotCheckpoint.Mean) };
        Assert.Contains(broken.Import().Findings, finding => finding is { Code: "EX162", Severity: DiagnosticSeverity.Error });
        Assert.Throws<DiagnosticException>(() => broken.Import().Require());
        ExecutableSpec certified = new LeRobotCheckpoint().Import().Require();
        GateReport report = GateSpecs.Run(certified, certified.With(normaliser => normaliser with { Statistics = null }));
        Assert.StartsWith("unnormaliser is present but does nothing on", report.Failure("EX023").Text, StringComparison.Ordinal);
    }

    /// <summary>Three prefixed entries of one checkpoint differ; taking one of them is a guess.</summary>
    [Fact]
    public void The_prefixed_entry_of_another_robot_is_named()
    {
        ExecutableSpec red = Joints("so100-red.buffer.action", [14.1, 30, 30]);
        ExecutableSpec certified = Joints("so100.buffer.action", [26.4, 30, 30]) with { Siblings = [red.Unnormaliser] };
        GateReport report = GateSpecs.Run(certified, certified with { Unnormaliser = red.Unnormaliser });
        Assert.StartsWith("loaded statistics are `so100-red.buffer.action`", report.FirstCause!.Text, StringComparison.Ordinal);
    }

    /// <summary>OpenVLA-OFT looks for the platform in the command line: a renamed script decodes as another platform.</summary>
    [Theory]
    [InlineData(NormalisationScheme.MinMax, "min_max")]
    [InlineData(NormalisationScheme.MeanStd, "mean_std")]
    public void A_scheme_that_the_command_line_picked_is_named_and_the_statistics_are_not_blamed(NormalisationScheme picked, string word)
    {
        ExecutableSpec running = GateSpecs.Full.With(normaliser => normaliser with { Scheme = picked, LowQuantile = null, HighQuantile = null });
        GateReport report = GateSpecs.Run(GateSpecs.Full, running);
        Assert.Equal($"certified statistics are quantile 0.01 to 0.99, the runtime is decoding as {word}", report.FirstCause!.Text);
        Assert.DoesNotContain("EX021", report.FailedCodes());
        Assert.Contains($"`libero_goal as {word}`", report.Failure("EX025").Text, StringComparison.Ordinal);
    }

    /// <summary>An evaluation script takes the key from the name of the task suite and falls back to <c>…_no_noops</c>.</summary>
    [Fact]
    public void An_alias_with_the_same_numbers_is_refused_by_its_name()
    {
        GateReport report = GateSpecs.Run(Goal, Goal.With(normaliser => normaliser with { Key = "libero_goal_no_noops" }));
        Assert.Equal(["EX021"], report.FailedCodes());
        Assert.Equal("the entry `libero_goal_no_noops` is loaded; certified is `libero_goal`, with the same numbers", report.FirstCause!.Text);
    }

    /// <summary>A public wrapper serves two suites with the numbers of a third (specification note, sections 3.2 and 6).</summary>
    [Theory]
    [InlineData("libero_spatial", 0.1779)]
    [InlineData("libero_object", 0.2495)]
    public void A_fallback_to_the_numbers_of_another_suite_is_named_whatever_it_calls_itself(string suite, double drift)
    {
        ExecutableSpec certified = GateSpecs.Libero(LiberoSpecs.Printed[suite]);
        Normaliser fallback = LiberoSpecs.Printed["libero_10"] with { Key = suite };
        GateReport report = GateSpecs.Run(certified, certified with { Unnormaliser = fallback });
        Assert.StartsWith($"loaded statistics are `libero_10`, called `{suite}`; certified `{suite}`; an idle command would move", report.FirstCause!.Text, StringComparison.Ordinal);
        Assert.Equal(drift, ExecSpec.Drift.SpecDrift.Between(certified, fallback).MeanAbsolute, 1e-4);
    }

    /// <summary>openpi logs a missing file of statistics and goes on without.</summary>
    [Fact]
    public void A_missing_file_of_statistics_does_nothing_and_says_so()
    {
        GateReport report = GateSpecs.Run(Goal, Goal.With(normaliser => normaliser with { Statistics = null }));
        Assert.Contains("EX023", report.FailedCodes());
        Assert.StartsWith("unnormaliser is present but does nothing on x, y, z, roll, pitch, yaw;", report.Failure("EX023").Text, StringComparison.Ordinal);
    }

    /// <summary>One boolean of the robot's configuration switches every joint between degrees and percent of its range.</summary>
    [Fact]
    public void Degrees_and_percent_are_different_units()
    {
        ExecutableSpec certified = In(ChannelUnit.Degree);
        GateReport report = GateSpecs.Run(certified, In(ChannelUnit.Percent));
        Assert.Equal(["EX031"], report.FailedCodes());
        Assert.Equal("unit of j0 is percent; certified is deg", report.FirstCause!.Text);
    }

    /// <summary>A clamp lets NaN pass in more than one library.</summary>
    [Fact]
    public void Statistics_that_were_never_computed_are_named_by_channel()
    {
        double[] low = [.. Goal.Unnormaliser.Rows!.Value.First];
        low[2] = double.NaN;
        GateReport report = GateSpecs.Run(Goal, Goal.With(normaliser => normaliser with
        {
            Statistics = normaliser.Statistics! with { Quantiles = [new QuantileRow(0.01, low), normaliser.Statistics!.Quantiles[1]] },
        }));
        Assert.Equal("z: statistics are not finite (low NaN, high 0.9375)", report.Failure("EX024").Text);
        Assert.Contains("EX027", report.FailedCodes());
    }

    /// <summary>What openpi calls delta is what LeRobot calls relative: the same word for two motions.</summary>
    [Fact]
    public void The_two_meanings_of_delta_are_told_apart()
    {
        ExecutableSpec relative = Specs.Joints(3, ActionReference.RelativeChunk, Joints("k", [1, 2, 3]).Unnormaliser);
        GateReport report = GateSpecs.Run(relative, relative with { Action = relative.Action with { Reference = ActionReference.DeltaStep } });
        Assert.Equal(["EX034"], report.FailedCodes());
        Assert.Equal("reference is delta_step; certified is relative_chunk", report.FirstCause!.Text);
    }

    private static string Cause(GateFinding finding) => finding.Text.Split("; an idle", StringSplitOptions.None)[0];

    private static ExecutableSpec Joints(string key, double[] std) =>
        Specs.Joints(std.Length, ActionReference.Absolute, Specs.Score(LibraryArithmetic.LegacyLeRobot, new double[std.Length], std) with { Key = key });

    private static ExecutableSpec In(ChannelUnit unit)
    {
        ExecutableSpec spec = Joints("action", [26.4, 14.1, 14.3]);
        return spec with { Action = spec.Action with { Channels = [.. spec.Action.Channels.Select(channel => channel with { Unit = unit })] } };
    }
}
