using System.Text.Json;
using System.Text.Json.Nodes;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Import.OpenVla;

namespace Interlock.ExecSpec.Tests.Import.OpenPi;

public sealed class OpenPiImporterTests
{
    private const string Published = "data/stats/openpi_pi05_libero.norm_stats.json";

    private static readonly ImportRequest Pi05 = new() { Family = "pi05", Reference = ActionReference.DeltaStep };

    [SharedFact(Published)]
    public void The_published_statistics_of_pi05_on_LIBERO_arrive_bit_for_bit()
    {
        string path = SharedFiles.PathOf(Published);
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path));
        ExecutableSpec spec = SpecImport.Open(path, Pi05).Require();
        JsonElement actions = file.RootElement.GetProperty("norm_stats").GetProperty("actions");
        Assert.Equal(actions.GetProperty("q01").EnumerateArray().Select(value => value.GetDouble()), spec.Unnormaliser.Statistics!.QuantileAt(0.01));
        Assert.Equal(actions.GetProperty("q99").EnumerateArray().Select(value => value.GetDouble()), spec.Unnormaliser.Statistics.QuantileAt(0.99));
        Assert.Equal(NormalisationScheme.Quantile, spec.Unnormaliser.Scheme);
        Assert.Equal(LibraryArithmetic.OpenPi, spec.Unnormaliser.Arithmetic);
        Assert.Equal(8, spec.Observation!.State!.Normaliser!.Statistics!.Channels);
    }

    [Theory]
    [InlineData("pi0", NormalisationScheme.MeanStd)]
    [InlineData("pi0_fast", NormalisationScheme.Quantile)]
    [InlineData("pi05", NormalisationScheme.Quantile)]
    public void The_stated_family_gives_the_scheme(string family, NormalisationScheme scheme)
    {
        using ImportFolder folder = Checkpoint("trossen");
        Assert.Equal(scheme, folder.Import(Pi05 with { Family = family }).Require().Unnormaliser.Scheme);
    }

    [Fact]
    public void A_scheme_that_only_the_training_configuration_knows_has_to_be_stated()
    {
        using ImportFolder folder = Checkpoint("trossen");
        SpecImport unstated = folder.Import();
        Assert.Null(unstated.Selected);
        Assert.Contains("EX148", unstated.Findings.Select(item => item.Code));
        Assert.DoesNotContain("EX148", folder.Codes(Pi05));
        Assert.DoesNotContain("EX148", folder.Codes(new ImportRequest { UseQuantileNorm = false }));
        Assert.NotNull(folder.Import(new ImportRequest { Scheme = NormalisationScheme.MeanStd }).Selected);
        Assert.Contains("EX148", folder.Codes(new ImportRequest { Family = "pi7" }));
        Assert.Contains("EX148", folder.Codes(Pi05 with { UseQuantileNorm = false }));
    }

    [Fact]
    public void Each_asset_id_is_a_key()
    {
        using ImportFolder folder = Checkpoint("trossen").With("assets/physical-intelligence/libero/norm_stats.json", OpenPiText.Stats().Text());
        SpecImport import = folder.Import(Pi05 with { Key = "physical-intelligence/libero" });
        Assert.Equal(["physical-intelligence/libero", "trossen"], import.Entries.Select(entry => entry.Key));
        Assert.Equal("trossen", Assert.Single(import.Require().Siblings).Key);
        Assert.Contains("EX126", folder.Codes(Pi05));
    }

    [Fact]
    public void An_asset_folder_or_its_file_has_the_same_key_as_the_checkpoint()
    {
        using ImportFolder folder = new ImportFolder().With("assets/physical-intelligence/libero/norm_stats.json", OpenPiText.Stats().Text());
        string[] ways = ["", "assets/physical-intelligence/libero", "assets/physical-intelligence/libero/norm_stats.json"];
        Assert.All(ways, way => Assert.Equal("physical-intelligence/libero", folder.Import(Pi05, way).Require().Unnormaliser.Key));
    }

    [Fact]
    public void A_checkpoint_without_statistics_is_refused_instead_of_passed_through()
    {
        using ImportFolder folder = new ImportFolder().With("assets/readme.txt", "").With("params/manifest", "");
        Assert.Contains("EX149", folder.Codes(Pi05));
        Assert.DoesNotContain("EX149", folder.With("assets/trossen/norm_stats.json", OpenPiText.Stats().Text()).Codes(Pi05));
    }

    [Fact]
    public void Statistics_without_actions_are_refused_and_without_state_told()
    {
        JsonObject noActions = OpenPiText.Stats(), noState = OpenPiText.Stats();
        ((JsonObject)noActions["norm_stats"]!).Remove("actions");
        ((JsonObject)noState["norm_stats"]!).Remove("state");
        Assert.Contains("EX149", Codes(noActions, Pi05));
        Assert.Contains("EX153", Codes(noState, Pi05));
        Assert.DoesNotContain("EX149", Codes(OpenPiText.Stats(), Pi05));
        Assert.DoesNotContain("EX153", Codes(OpenPiText.Stats(), Pi05));
    }

    [Fact]
    public void Quantiles_that_are_null_are_refused_where_they_are_needed()
    {
        JsonObject file = OpenPiText.Stats();
        file["norm_stats"]!["actions"]!["q01"] = null;
        file["norm_stats"]!["actions"]!["q99"] = null;
        Assert.Contains("EX157", Codes(file, Pi05));
        Assert.DoesNotContain("EX157", Codes(file, Pi05 with { Family = "pi0" }));
    }

    [Fact]
    public void A_longer_action_passes_its_tail_raw_under_quantiles_and_padded_under_scores()
    {
        ImportRequest nine = Pi05 with { ChannelNames = [.. Enumerable.Range(0, 9).Select(index => $"c{index}")] };
        using ImportFolder folder = Checkpoint("trossen");
        SpecImport quantile = folder.Import(nine);
        Diagnostic found = Assert.Single(quantile.Findings, item => item.Code == "EX150");
        Assert.Contains("passes through raw: 'c7', 'c8'", found.Message, StringComparison.Ordinal);
        Assert.Equal([true, true, true, true, true, true, true, false, false], quantile.Require().Unnormaliser.Mask);
        Normaliser padded = folder.Import(nine with { Family = "pi0" }).Require().Unnormaliser;
        Assert.Null(padded.Mask);
        Assert.Equal((0.0, 1.0), (padded.Statistics!.Mean![8], padded.Statistics.Std![8]));
        Assert.DoesNotContain("EX150", folder.Codes(Pi05));
    }

    [Fact]
    public void A_shorter_action_uses_the_first_statistics_and_says_so()
    {
        using ImportFolder folder = Checkpoint("trossen");
        SpecImport import = folder.Import(Pi05 with { ChannelNames = ["a", "b"] });
        Assert.Contains("EX151", import.Findings.Select(item => item.Code));
        Assert.Equal([-0.9, -0.9], import.Require().Unnormaliser.Statistics!.QuantileAt(0.01));
    }

    [Fact]
    public void Statistics_of_the_models_own_width_do_not_say_which_part_is_the_robots()
    {
        Assert.Contains("EX151", Codes(OpenPiText.Stats(32), Pi05));
        Assert.DoesNotContain("EX151", Codes(OpenPiText.Stats(7), Pi05));
    }

    [Fact]
    public void Target_or_offset_and_the_grippers_sense_are_told_as_not_stated()
    {
        Assert.Contains("EX154", Codes(OpenPiText.Stats(), Pi05 with { Reference = null }));
        Assert.DoesNotContain("EX154", Codes(OpenPiText.Stats(), Pi05));
        Assert.Contains("EX152", Codes(OpenPiText.Stats(), Pi05));
        Assert.DoesNotContain("EX152", Codes(OpenPiText.Stats(3), Pi05 with { ChannelNames = ["x", "y", "z"] }));
    }

    [Fact]
    public void Seven_numbers_of_an_unknown_robot_are_not_called_a_pose()
    {
        using ImportFolder folder = Checkpoint("ur5e");
        Assert.Equal("action_0", folder.Import(Pi05).Require().Action.Channels[0].Name);
        Assert.Equal("x", folder.Import(Pi05 with { Platform = ImportPlatform.Libero }).Require().Action.Channels[0].Name);
    }

    private static string[] Codes(JsonObject file, ImportRequest request)
    {
        using ImportFolder folder = new ImportFolder().With("norm_stats.json", file.Text());
        return folder.Codes(request);
    }

    private static ImportFolder Checkpoint(string assetId) => new ImportFolder().With($"assets/{assetId}/norm_stats.json", OpenPiText.Stats().Text()).With("params/manifest", "");
}
