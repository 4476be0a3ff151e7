using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Import.Sources;
using Interlock.ExecSpec.Tests.Import.OpenVla;

namespace Interlock.ExecSpec.Tests.Import;

public sealed class DetectionTests
{
    [Theory]
    [InlineData("model.pkl", "anything")]
    [InlineData("pytorch_model.bin", "anything")]
    [InlineData("policy.PT", "anything")]
    [InlineData("norm_stats.json", "PK\u0003\u0004rest")]
    public void A_pickle_is_refused_by_name_or_content(string name, string content)
    {
        using ImportFolder folder = new ImportFolder().With(name, content);
        Assert.Equal(["EX124"], folder.Codes(relative: name));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_pickle_is_refused_under_any_name(byte protocol)
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", [0x80, protocol, 0x95, 0]);
        Assert.Equal(["EX124"], folder.Codes(relative: "dataset_statistics.json"));
    }

    [Fact]
    public void The_statistics_are_known_by_content_and_not_by_name()
    {
        using ImportFolder folder = new ImportFolder().With("renamed.json", OpenVlaText.File("a").Text());
        Assert.Equal("openvla", folder.Import(relative: "renamed.json").Ecosystem);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("")]
    [InlineData("name: value")]
    [InlineData("{\"norm_stats\": 3}")]
    [InlineData("{\"a\": {\"action\": [1, 2]}}")]
    public void What_nobody_recognises_is_refused_with_what_was_looked_for(string content)
    {
        using ImportFolder folder = new ImportFolder().With("some.json", content);
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(() => folder.Import(relative: "some.json"));
        Diagnostic only = Assert.Single(refusal.Diagnostics);
        Assert.Equal("EX125", only.Code);
        Assert.Contains("openpi: ", only.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_JSON_is_called_broken_and_not_unknown()
    {
        using ImportFolder folder = new ImportFolder().With("some.json", "{\"a\": ");
        Assert.Equal(["EX122"], folder.Codes(relative: "some.json"));
    }

    [Fact]
    public void A_path_that_is_not_there_is_refused()
    {
        using ImportFolder folder = new();
        Assert.Equal(["EX120"], folder.Codes(relative: "absent.json"));
        Assert.Equal(["EX125"], folder.Codes());
    }

    [Fact]
    public void An_ecosystem_that_does_not_exist_is_refused_with_the_list()
    {
        using ImportFolder folder = new ImportFolder().With("a.json", OpenVlaText.File("a").Text());
        Assert.Equal(["EX125"], folder.Codes(new ImportRequest { Ecosystem = "openvl" }, "a.json"));
        Assert.Contains("openvla-oft", SpecImport.Ecosystems);
    }

    [Theory]
    [InlineData("../outside.json")]
    [InlineData("a/../../outside.json")]
    [InlineData("..\\outside.json")]
    public void A_file_name_inside_a_file_cannot_lead_out_of_the_folder(string name)
    {
        using ImportFolder folder = new();
        ImportSource source = ImportSource.Open(folder.Root);
        Assert.Equal("EX159", Assert.Single(Assert.Throws<DiagnosticException>(() => source.TryJson(name)).Diagnostics).Code);
        Assert.Throws<DiagnosticException>(() => source.TryJson(Path.Combine(folder.Root, "absolute.json")));
    }

    [Fact]
    public void More_entries_than_any_source_has_are_refused()
    {
        string[] keys = [.. Enumerable.Range(0, 300).Select(index => $"k{index}")];
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File(keys).Text());
        Assert.Equal(["EX121"], folder.Codes());
    }

    [Fact]
    public void A_key_that_no_specification_file_may_have_is_found_at_import()
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("a\u0007").Text());
        SpecImport import = folder.Import();
        Assert.Null(import.Selected);
        Assert.Contains("EX110", import.Findings.Select(item => item.Code));
        Assert.DoesNotContain('\u0007', string.Join('\n', import.Findings));
    }
}
