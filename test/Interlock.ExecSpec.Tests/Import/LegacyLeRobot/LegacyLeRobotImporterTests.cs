using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Safetensors;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Safetensors;

namespace Interlock.ExecSpec.Tests.Import.LegacyLeRobot;

public sealed class LegacyLeRobotImporterTests
{
    private const string Config = """
        {
          "type": "act", "chunk_size": 100, "n_action_steps": 100,
          "input_features": {"observation.state": {"type": "STATE", "shape": [2]}, "observation.images.cam_high": {"type": "VISUAL", "shape": [3, 4, 4]}},
          "output_features": {"action": {"type": "ACTION", "shape": [2]}},
          "normalization_mapping": {"VISUAL": "MEAN_STD", "STATE": "MEAN_STD", "ACTION": "MEAN_STD"}
        }
        """;

    [Fact]
    public void Buffers_among_the_weights_become_a_specification()
    {
        ExecutableSpec spec = Import(Sound()).Require();
        Assert.Equal("action", spec.Unnormaliser.Key);
        Assert.Equal([1.0, 2], spec.Unnormaliser.Statistics!.Mean);
        Assert.Equal([3.0, 4], spec.Unnormaliser.Statistics.Std);
        Assert.Equal(LibraryArithmetic.LegacyLeRobot, spec.Unnormaliser.Arithmetic);
        Assert.Equal([7.0, 8], spec.Observation!.State!.Normaliser!.Statistics!.Mean);
        Assert.Equal(100, spec.Action.Horizon);
    }

    [Fact]
    public void Modes_of_still_older_files_are_per_feature()
    {
        const string old = """{"output_shapes": {"action": [2]}, "output_normalization_modes": {"action": "min_max"}}""";
        SafetensorsBytes tensors = new SafetensorsBytes().F32("unnormalize_outputs.buffer_action.min", -1, -2).F32("unnormalize_outputs.buffer_action.max", 1, 2);
        Assert.Equal(NormalisationScheme.MinMax, Import(tensors, config: old).Require().Unnormaliser.Scheme);
    }

    [Fact]
    public void Statistics_of_several_datasets_have_to_be_chosen()
    {
        SafetensorsBytes tensors = new SafetensorsBytes()
            .F32("unnormalize_outputs.so100_buffer_action.mean", 1, 2).F32("unnormalize_outputs.so100_buffer_action.std", 3, 4)
            .F32("unnormalize_outputs.so100-red_buffer_action.mean", 5, 6).F32("unnormalize_outputs.so100-red_buffer_action.std", 7, 8);
        Assert.Contains(Import(tensors).Findings, item => item.Code == "EX126");
        ExecutableSpec red = Import(tensors, new ImportRequest { Key = "so100-red" }).Require();
        Assert.Equal([5.0, 6], red.Unnormaliser.Statistics!.Mean);
        Assert.Equal("so100", Assert.Single(red.Siblings).Key);
    }

    [Fact]
    public void Buffers_that_were_never_filled_are_named()
    {
        SafetensorsBytes tensors = new SafetensorsBytes()
            .F32("unnormalize_outputs.buffer_action.mean", double.PositiveInfinity, double.PositiveInfinity)
            .F32("unnormalize_outputs.buffer_action.std", double.PositiveInfinity, double.PositiveInfinity);
        Trap("EX174", tensors);
    }

    [Fact]
    public void Training_and_decoding_have_to_agree() => Trap(
        "EX168", Outputs().F32("normalize_targets.buffer_action.mean", 1, 2.5).F32("normalize_targets.buffer_action.std", 3, 4));

    [Fact]
    public void Weights_without_statistics_are_inert() => Trap("EX162", new SafetensorsBytes().F32("model.head.weight", 1, 2));

    [Fact]
    public void Statistics_of_training_alone_do_not_decode() => Trap(
        "EX162", new SafetensorsBytes().F32("normalize_targets.buffer_action.mean", 1, 2).F32("normalize_targets.buffer_action.std", 3, 4));

    [Fact]
    public void Buffers_of_no_feature_are_named() => Trap("EX163", Outputs().F32("normalize_inputs.buffer_observation_images_cam_low.mean", 1, 2, 3));

    [Fact]
    public void Names_with_underscores_of_their_own_are_matched_with_the_configuration() => Assert.DoesNotContain(
        Import(Sound().F32("normalize_inputs.buffer_observation_images_cam_high.mean", 1, 2, 3)).Findings, item => item.Code == "EX163");

    [Fact]
    public void Weights_are_not_read()
    {
        const long weightBytes = 4L << 30;
        using TemporaryFolder folder = new();
        folder.Write("config.json", Config);
        string header = $$$"""
            {"w":{"dtype":"F32","shape":[{{{weightBytes / 4}}}],"data_offsets":[0,{{{weightBytes}}}]},
             "unnormalize_outputs.buffer_action.mean":{"dtype":"F32","shape":[2],"data_offsets":[{{{weightBytes}}},{{{weightBytes + 8}}}]},
             "unnormalize_outputs.buffer_action.std":{"dtype":"F32","shape":[2],"data_offsets":[{{{weightBytes + 8}}},{{{weightBytes + 16}}}]} }
            """;
        string path = folder.Write("model.safetensors", SafetensorsBytes.WithHeader(header));
        using (FileStream sparse = new(path, FileMode.Open))
        {
            sparse.SetLength(sparse.Length + weightBytes);
            sparse.Position = sparse.Length;
            foreach (float value in new[] { 1f, 2, 3, 4 })
            {
                sparse.Write(BitConverter.GetBytes(value));
            }
        }

        Assert.Equal([3.0, 4], SpecImport.Open(folder.Root).Require().Unnormaliser.Statistics!.Std);
        Assert.InRange(AllocatedBytes.Of(() => SpecImport.Open(folder.Root)), 0, 128 * 1024);
    }

    private static SafetensorsBytes Outputs() =>
        new SafetensorsBytes().F32("unnormalize_outputs.buffer_action.mean", 1, 2).F32("unnormalize_outputs.buffer_action.std", 3, 4);

    private static SafetensorsBytes Sound() => Outputs()
        .Add("model.encoder.weight", SafetensorDtype.BF16, [2, 2], 1, 2, 3, 4)
        .F32("normalize_targets.buffer_action.mean", 1, 2).F32("normalize_targets.buffer_action.std", 3, 4)
        .F32("normalize_inputs.buffer_observation_state.mean", 7, 8).F32("normalize_inputs.buffer_observation_state.std", 9, 10);

    private static void Trap(string code, SafetensorsBytes spoilt)
    {
        Assert.DoesNotContain(Import(Sound()).Findings, item => item.Code == code);
        Assert.Contains(Import(spoilt).Findings, item => item.Code == code && item.Severity != DiagnosticSeverity.Info);
    }

    private static SpecImport Import(SafetensorsBytes tensors, ImportRequest? request = null, string config = Config)
    {
        using TemporaryFolder folder = new();
        folder.Write("config.json", config);
        folder.Write("model.safetensors", tensors.ToArray());
        return SpecImport.Open(folder.Root, request);
    }
}
