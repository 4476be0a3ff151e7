using System.Text.Json.Nodes;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import;

namespace Interlock.ExecSpec.Tests.Import.OpenVla;

/// <summary>Each trap of the field is found in a file that has it and not in the mended one.</summary>
public sealed class OpenVlaTrapTests
{
    private static readonly ImportRequest OnLibero = new() { Platform = ImportPlatform.Libero, ChannelNames = ["x", "y", "z", "roll", "pitch", "yaw", "gripper"] };

    [Theory]
    [InlineData("EX140", "no mask")]
    [InlineData("EX141", "mask true for the gripper")]
    [InlineData("EX141", "no mask")]
    [InlineData("EX149", "no rows")]
    [InlineData("EX149", "no action")]
    [InlineData("EX155", "constant channel")]
    [InlineData("EX156", "NaN in q01")]
    [InlineData("EX157", "mask too short")]
    [InlineData("EX157", "q01 above q99")]
    [InlineData("EX157", "no q99")]
    [InlineData("EX157", "q99 too short")]
    [InlineData("EX139", "text in q01")]
    public void A_spoilt_entry_gives_the_finding_and_the_mended_one_does_not(string code, string trap)
    {
        Assert.Contains(code, Codes(Spoilt(trap)));
        Assert.DoesNotContain(code, Codes(OpenVlaText.File("a").Text()));
    }

    [Fact]
    public void A_mask_that_leaves_out_everything_is_refused_and_one_that_leaves_out_the_arm_is_named()
    {
        JsonObject nothing = OpenVlaText.File("a");
        nothing["a"]!["action"]!["mask"] = new JsonArray(false, false, false, false, false, false, false);
        using ImportFolder inert = new ImportFolder().With("dataset_statistics.json", nothing.Text());
        Assert.Contains(inert.Import(OnLibero).Findings, item => item is { Code: "EX162", Severity: DiagnosticSeverity.Error });

        JsonObject shifted = OpenVlaText.File("a");
        shifted["a"]!["action"]!["mask"] = new JsonArray(true, true, true, true, true, false, false);
        using ImportFolder named = new ImportFolder().With("dataset_statistics.json", shifted.Text());
        Assert.Contains(named.Import(OnLibero).Findings, item => item.Code == "EX140" && item.Message.Contains("'yaw'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_range_that_no_number_can_hold_is_refused()
    {
        JsonObject file = OpenVlaText.File("a");
        file["a"]!["action"]!["q01"]![0] = -1e308;
        file["a"]!["action"]!["q99"]![0] = 1e308;
        Assert.Contains("EX156", Codes(file.Text()));
    }

    [Fact]
    public void Several_keys_need_a_choice()
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("a", "b").Text());
        SpecImport import = folder.Import(OnLibero);
        Assert.Null(import.Selected);
        Diagnostic refusal = Assert.Single(import.Findings, item => item.Code == "EX126");
        Assert.Contains("'a', 'b'", refusal.Hint, StringComparison.Ordinal);
        Assert.NotNull(folder.Import(OnLibero with { Key = "b" }).Selected);
    }

    [Fact]
    public void The_variant_without_idle_steps_is_named_and_never_taken_silently()
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("libero_goal_no_noops").Text());
        SpecImport import = folder.Import(OnLibero with { Key = "libero_goal" });
        Assert.Null(import.Selected);
        Diagnostic refusal = Assert.Single(import.Findings, item => item.Code == "EX127");
        Assert.Contains("'libero_goal_no_noops' exists", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("EX127", folder.Codes(OnLibero with { Key = "libero_goal_no_noops" }));
    }

    [Fact]
    public void A_mistyped_key_is_answered_with_the_nearest()
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("libero_goal", "libero_10").Text());
        Diagnostic refusal = Assert.Single(folder.Import(OnLibero with { Key = "libero_gaol" }).Findings, item => item.Code == "EX127");
        Assert.Contains("the nearest is 'libero_goal'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flaw_of_another_key_is_a_remark_and_that_key_is_no_sibling()
    {
        JsonObject file = OpenVlaText.File("good", "bad");
        file["bad"]!["action"]!["q01"]![2] = 5.0;
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", file.Text());
        SpecImport import = folder.Import(OnLibero with { Key = "good" });
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(import.Findings, item => item.Code == "EX157").Severity);
        Assert.Empty(import.Require().Siblings);
        Assert.Null(folder.Import(OnLibero with { Key = "bad" }).Selected);
    }

    [Fact]
    public void Two_places_with_different_statistics_are_told()
    {
        JsonObject other = OpenVlaText.File("a");
        other["a"]!["action"]!["q99"]![0] = 0.7;
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("a").Text())
            .With("config.json", $$"""{"norm_stats": {{other.Text()}}}""");
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(folder.Import(OnLibero).Findings, item => item.Code == "EX142").Severity);
        folder.With("config.json", $$"""{"norm_stats": {{OpenVlaText.File("a").Text()}}}""");
        Assert.DoesNotContain("EX142", folder.Codes(OnLibero));
    }

    [Fact]
    public void A_checkpoint_without_statistics_is_refused()
    {
        using ImportFolder folder = new ImportFolder().With("config.json", """{"model_type": "openvla"}""");
        Assert.Contains("EX149", folder.Codes(OnLibero));
        Assert.DoesNotContain("EX149", folder.With("dataset_statistics.json", OpenVlaText.File("a").Text()).Codes(OnLibero));
    }

    [Fact]
    public void Gripper_and_rotation_that_no_file_states_are_told_until_the_platform_is_stated()
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("a").Text());
        Assert.Contains("EX143", folder.Codes());
        Assert.Contains(folder.Import().Findings, item => item.Code == "EX144" && item.Message.Contains("rotation", StringComparison.Ordinal));
        Assert.Contains("EX129", folder.Codes());
        Assert.DoesNotContain("EX143", folder.Codes(OnLibero));
        Assert.DoesNotContain("EX129", folder.Codes(OnLibero));
        Assert.DoesNotContain(folder.Import(OnLibero).Findings, item => item.Code == "EX144" && item.Message.Contains("rotation", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_scheme_is_used_only_with_a_finding()
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("a").Text());
        SpecImport import = folder.Import(OnLibero with { Scheme = ExecSpec.Specification.NormalisationScheme.MinMax });
        Assert.Equal(ExecSpec.Specification.NormalisationScheme.MinMax, import.Require().Unnormaliser.Scheme);
        Assert.Contains("EX128", import.Findings.Select(item => item.Code));
        Assert.DoesNotContain("EX128", folder.Codes(OnLibero));
    }

    [Fact]
    public void Stated_names_must_fit_the_statistics()
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("a").Text());
        Assert.Contains("EX138", folder.Codes(OnLibero with { ChannelNames = ["x", "y"] }));
        Assert.DoesNotContain("EX138", folder.Codes(OnLibero));
    }

    [Fact]
    public void A_translation_scale_needs_a_translation_channel()
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("a").Text());
        ImportRequest scaled = OnLibero with { TranslationMPerCommand = 0.05 };
        Assert.Contains("EX158", folder.Codes(scaled with { ChannelNames = ["a", "b", "c", "d", "e", "f", "g"] }));
        Assert.DoesNotContain("EX158", folder.Codes(scaled));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_impossible_scale_is_refused_before_anything_is_read(double value)
    {
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(() => SpecImport.Open("absent", new ImportRequest { RateHz = value }));
        Assert.Equal("EX158", Assert.Single(refusal.Diagnostics).Code);
    }

    private static string[] Codes(string text)
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", text);
        return folder.Codes(OnLibero);
    }

    private static string Spoilt(string trap)
    {
        JsonObject file = OpenVlaText.File("a");
        JsonObject action = (JsonObject)file["a"]!["action"]!;
        switch (trap)
        {
            case "no mask": action.Remove("mask"); break;
            case "mask true for the gripper": action["mask"]![6] = true; break;
            case "mask too short": ((JsonArray)action["mask"]!).RemoveAt(6); break;
            case "no rows": file["a"]!["action"] = new JsonObject { ["mask"] = new JsonArray() }; break;
            case "no action": ((JsonObject)file["a"]!).Remove("action"); file["b"] = OpenVlaText.Entry(); break;
            case "constant channel": action["q01"]![1] = 0.8; break;
            case "q01 above q99": action["q01"]![1] = 0.9; break;
            case "no q99": action.Remove("q99"); break;
            case "q99 too short": ((JsonArray)action["q99"]!).RemoveAt(6); break;
            case "text in q01": action["q01"]![3] = "0.1"; break;
            case "NaN in q01": action["q01"]![3] = 77777; return file.Text().Replace("77777", "NaN", StringComparison.Ordinal);
            default: throw new ArgumentOutOfRangeException(nameof(trap));
        }

        return file.Text();
    }
}
