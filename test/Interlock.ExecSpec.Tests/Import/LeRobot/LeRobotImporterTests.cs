using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Safetensors;

namespace Interlock.ExecSpec.Tests.Import.LeRobot;

public sealed class LeRobotImporterTests
{
    [Fact]
    public void A_sound_checkpoint_becomes_a_specification()
    {
        SpecImport import = new LeRobotCheckpoint().Import();
        ExecutableSpec spec = import.Require();
        Assert.Equal("lerobot", import.Ecosystem);
        Assert.Equal(("act", "lerobot"), (spec.Policy!.Family, spec.Policy.Library));
        Assert.Equal((100, 50, 30.0), (spec.Action.Horizon, spec.Action.Execute, spec.Action.RateHz));
        Assert.Equal(ActionSpace.JointPosition, spec.Action.Quantity);
        Assert.Equal(["shoulder_pan.pos", "gripper.pos"], [spec.Action.Channels[0].Name, spec.Action.Channels[5].Name]);
        Assert.Equal(NormalisationScheme.MeanStd, spec.Unnormaliser.Scheme);
        Assert.Equal(LeRobotCheckpoint.Mean, spec.Unnormaliser.Statistics!.Mean);
        Assert.Equal(LeRobotCheckpoint.Std, spec.Unnormaliser.Statistics.Std);
        Assert.Equal(LibraryArithmetic.LeRobot(NormalisationScheme.MeanStd), spec.Unnormaliser.Arithmetic);
        Assert.Equal(LeRobotCheckpoint.Mean, spec.Observation!.State!.Normaliser!.Statistics!.Mean);
        Assert.Equal("so101_follower", spec.Controller!.RobotModel);
        Assert.Equal(["EX175"], import.Findings.Select(item => item.Code));
    }

    [Fact]
    public void Any_of_its_json_files_can_be_named_instead_of_the_folder()
    {
        using TemporaryFolder folder = new();
        foreach ((string name, byte[] bytes) in new LeRobotCheckpoint().Files())
        {
            folder.Write(name, bytes);
        }

        Assert.Equal(6, SpecImport.Open(folder.PathOf("policy_postprocessor.json")).Require().Action.Channels.Count);
        Assert.Contains(LeRobotCheckpoint.PostState, SpecImport.Open(folder.PathOf("config.json")).Files);
    }

    [Theory]
    [InlineData("diffusion", "horizon", 16, "n_action_steps", 8, 8)]
    [InlineData("vqbet", "action_chunk_size", 5, "n_action_pred_token", 3, 5)]
    [InlineData("smolvla", "chunk_size", 50, "n_action_steps", 25, 25)]
    [InlineData("act", "chunk_size", 100, "temporal_ensemble_coeff", 0.01, 1)]
    public void Every_family_keeps_its_chunk_length_under_its_own_name(string type, string chunkField, int chunk, string otherField, double other, int executed)
    {
        LeRobotCheckpoint checkpoint = new();
        checkpoint.Config["type"] = type;
        checkpoint.Config.Remove("chunk_size");
        checkpoint.Config[chunkField] = chunk;
        checkpoint.Config[otherField] = other == Math.Floor(other) ? (int)other : other;
        ActionSpec action = checkpoint.Import().Require().Action;
        Assert.Equal((chunk, executed), (action.Horizon, action.Execute));
    }

    [Theory]
    [InlineData("QUANTILES", "q01", "q99", 0.01, 0.99)]
    [InlineData("QUANTILE10", "q10", "q90", 0.10, 0.90)]
    public void Quantile_modes_pick_their_own_rows(string mode, string low, string high, double lowLevel, double highLevel)
    {
        LeRobotCheckpoint checkpoint = WithMode(mode, new SafetensorsBytes()
            .F32("action.q01", 1, 1, 1, 1, 1, 1).F32("action.q10", 2, 2, 2, 2, 2, 2)
            .F32("action.q90", 3, 3, 3, 3, 3, 3).F32("action.q99", 4, 4, 4, 4, 4, 4));
        Normaliser normaliser = checkpoint.Import().Require().Unnormaliser;
        Assert.Equal((lowLevel, highLevel), (normaliser.LowQuantile, normaliser.HighQuantile));
        Assert.Equal(low == "q01" ? 1 : 2, normaliser.Rows!.Value.First[0]);
        Assert.Equal(high == "q99" ? 4 : 3, normaliser.Rows!.Value.Second[0]);
        Assert.Equal(EpsilonRule.ReplacesZero, normaliser.Arithmetic.EpsilonRule);
    }

    [Fact]
    public void The_epsilon_of_the_step_is_kept()
    {
        LeRobotCheckpoint checkpoint = WithMode("MIN_MAX", new SafetensorsBytes().F32("action.min", new double[6]).F32("action.max", 1, 1, 1, 1, 1, 1));
        checkpoint.UnnormaliserConfig["eps"] = 1e-5;
        Assert.Equal(1e-5, checkpoint.Import().Require().Unnormaliser.Arithmetic.InverseEpsilon);
    }

    [Fact]
    public void Statistics_per_position_are_kept_as_such()
    {
        double[] rows = [.. Enumerable.Range(0, 600).Select(i => (double)i)];
        Diagnostic remark = LeRobotCheckpoint.Trap("EX173", checkpoint => checkpoint.PostTensors = PerPosition(100, rows));
        Assert.Contains("100", remark.Message, StringComparison.Ordinal);
        ActionStatistics table = new LeRobotCheckpoint { PostTensors = PerPosition(100, rows), Pre = null }.Import().Require().Unnormaliser.Statistics!;
        Assert.Equal((100, 6, 599.0), (table.Timesteps, table.Channels, table.Mean![599]));
    }

    [Fact]
    public void Statistics_for_another_number_of_positions_are_refused() =>
        Assert.Contains("a chunk has 100", LeRobotCheckpoint.Trap("EX170", checkpoint => checkpoint.PostTensors = PerPosition(50, new double[300])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_stated_unit_goes_on_the_joints_and_leaves_the_gripper_in_percent()
    {
        ExecutableSpec spec = new LeRobotCheckpoint().Import(new ImportRequest { JointUnit = ChannelUnit.Degree }).Require();
        Assert.Equal(ChannelUnit.Degree, spec.Action.Channels[0].Unit);
        Assert.Equal(ChannelUnit.Percent, spec.Action.Channels[5].Unit);
    }

    internal static LeRobotCheckpoint WithMode(string mode, SafetensorsBytes tensors)
    {
        LeRobotCheckpoint checkpoint = new() { PostTensors = tensors, PreTensors = new SafetensorsBytes() };
        checkpoint.Config["normalization_mapping"]!["ACTION"] = mode;
        checkpoint.UnnormaliserConfig["norm_map"]!["ACTION"] = mode;
        checkpoint.NormaliserConfig["norm_map"]!["ACTION"] = mode;
        return checkpoint;
    }

    private static SafetensorsBytes PerPosition(int positions, double[] values) => new SafetensorsBytes()
        .Add("action.mean", ExecSpec.Safetensors.SafetensorDtype.F32, [positions, 6], values)
        .Add("action.std", ExecSpec.Safetensors.SafetensorDtype.F32, [positions, 6], [.. values.Select(_ => 1.0)]);
}
