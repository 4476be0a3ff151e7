using System.Text.Json;
using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Import.OpenVla;

public sealed class OpenVlaImporterTests
{
    private const string Published = "data/stats/libero_openvla.dataset_statistics.json";

    private static readonly ImportRequest Goal = new() { Key = "libero_goal" };

    [SharedFact(Published)]
    public void The_published_statistics_have_four_keys_of_which_one_is_selected()
    {
        SpecImport import = SpecImport.Open(SharedFiles.PathOf(Published), Goal);
        Assert.Equal("openvla", import.Ecosystem);
        Assert.Equal(["libero_spatial", "libero_object", "libero_goal", "libero_10"], import.Entries.Select(entry => entry.Key));
        ExecutableSpec spec = import.Require();
        Assert.Equal("libero_goal", spec.Unnormaliser.Key);
        Assert.Equal(["libero_spatial", "libero_object", "libero_10"], spec.Siblings.Select(sibling => sibling.Key));
    }

    [SharedFact(Published)]
    public void Every_number_of_the_published_statistics_arrives_bit_for_bit()
    {
        string path = SharedFiles.PathOf(Published);
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (ImportedEntry entry in SpecImport.Open(path, Goal).Entries)
        {
            ActionStatistics statistics = entry.Spec!.Unnormaliser.Statistics!;
            JsonElement action = file.RootElement.GetProperty(entry.Key).GetProperty("action");
            Assert.Equal(Row(action, "q01"), statistics.QuantileAt(0.01));
            Assert.Equal(Row(action, "q99"), statistics.QuantileAt(0.99));
            Assert.Equal(Row(action, "min"), statistics.Min);
            Assert.Equal(Row(action, "max"), statistics.Max);
            Assert.Equal(Row(action, "mean"), statistics.Mean);
            Assert.Equal(Row(action, "std"), statistics.Std);
            Assert.Equal([true, true, true, true, true, true, false], entry.Spec.Unnormaliser.Mask);
        }
    }

    [Fact]
    public void An_entry_is_quantile_scaled_with_the_librarys_own_arithmetic()
    {
        Normaliser normaliser = Import(ImportRequest.Empty).Require().Unnormaliser;
        Assert.Equal(NormalisationScheme.Quantile, normaliser.Scheme);
        Assert.Equal((0.01, 0.99), (normaliser.LowQuantile!.Value, normaliser.HighQuantile!.Value));
        Assert.Equal(LibraryArithmetic.OpenVla, normaliser.Arithmetic);
        Assert.Equal(0, normaliser.Arithmetic.InverseEpsilon);
    }

    [Fact]
    public void Stated_controller_scaling_lands_on_translation_and_rotation_only()
    {
        ActionSpec action = Import(new ImportRequest { TranslationMPerCommand = 0.05, RotationRadPerCommand = 0.5, RateHz = 20 }).Require().Action;
        Assert.Equal(20, action.RateHz);
        Assert.All(action.Channels.Take(3), channel => Assert.Equal((0.05, ChannelUnit.Metre), (channel.PhysicalPerCommand!.Value, channel.PhysicalUnit)));
        Assert.All(action.Channels.Skip(3).Take(3), channel => Assert.Equal((0.5, ChannelUnit.Radian), (channel.PhysicalPerCommand!.Value, channel.PhysicalUnit)));
        Assert.Null(action.Channels[6].PhysicalPerCommand);
        Assert.Equal((ActionSpace.EeDelta, ActionReference.DeltaStep), (action.Quantity, action.Reference));
    }

    [Fact]
    public void Without_a_stated_platform_there_is_no_scaling_gripper_or_rotation_form()
    {
        ExecutableSpec spec = Import(ImportRequest.Empty).Require();
        Assert.Null(spec.Gripper);
        Assert.Empty(spec.Action.Rotations);
        Assert.Null(spec.Action.RateHz);
        Assert.All(spec.Action.Channels, channel => Assert.Null(channel.PhysicalPerCommand));
    }

    [Fact]
    public void On_LIBERO_the_gripper_is_decided_at_a_half_and_turned_round()
    {
        ExecutableSpec spec = Import(new ImportRequest { Platform = ImportPlatform.Libero }).Require();
        Assert.Equal(
            new GripperMapping
            {
                Channel = "gripper",
                PolicyOpen = 1,
                PolicyClosed = 0,
                Threshold = 0.5,
                Tie = GripperTie.Hold,
                ControllerOpen = -1,
                ControllerClosed = 1,
            },
            spec.Gripper);
        Assert.Equal(RotationForm.AxisAngle, Assert.Single(spec.Action.Rotations).Form);
        Assert.Equal(180, Assert.Single(spec.Observation!.Cameras).RotateDeg);
    }

    [Fact]
    public void The_base_model_keeps_its_entries_in_the_configuration()
    {
        string config = $$"""{"model_type": "openvla", "torch_dtype": "bfloat16", "norm_stats": {{OpenVlaText.File("bridge_orig", "fractal20220817_data").Text()}}}""";
        using ImportFolder folder = new ImportFolder().With("config.json", config);
        SpecImport import = folder.Import(new ImportRequest { Key = "bridge_orig" });
        Assert.Equal(["bridge_orig", "fractal20220817_data"], import.Entries.Select(entry => entry.Key));
        Assert.Equal(["config.json"], import.Files);
        Assert.NotNull(import.Selected);
    }

    [Fact]
    public void The_state_has_its_own_normaliser_of_the_same_key()
    {
        Normaliser state = Import(ImportRequest.Empty).Require().Observation!.State!.Normaliser!;
        Assert.Equal(("libero_goal", 8), (state.Key, state.Statistics!.Channels));
        Assert.Equal(1, state.Arithmetic.ForwardClip);
    }

    private static SpecImport Import(ImportRequest request)
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("libero_goal").Text());
        return folder.Import(request);
    }

    private static double[] Row(JsonElement block, string name) => [.. block.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
