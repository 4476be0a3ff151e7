using Interlock.Core.Diagnostics;
using Interlock.Evaluation.Study.Inputs;

namespace Interlock.Evaluation.Tests.Study;

public sealed class PublishedDocumentTests
{
    [Fact]
    public void Bare_NaN_as_Python_writes_it_is_a_missing_value_and_text_is_left_alone()
    {
        StudyMaterial material = Read("""
            {"note": "NaN and \"Infinity", "episodes": [
              {"success": true, "steps": 3, "reversal_rate": NaN, "atv": -Infinity},
              {"success": 0, "steps": 4.0, "reversal_rate": 0.5, "atv": 8}]}
            """);

        Assert.Equal([double.NaN, 0.5], material.Policies[0].Monitors.Single(column => column.Name == "reversal_rate").Values);
        Assert.Equal([double.NegativeInfinity, 8], material.Policies[0].Monitors.Single(column => column.Name == "total_variation").Values);
        Assert.Equal([false, true], material.Policies[0].Failed());
    }

    [Fact]
    public void Monitors_of_ones_own_are_read_beside_the_published_ones()
    {
        StudyMaterial material = Read("""
            {"episodes": [
              {"success": true, "steps": 3, "reversal_rate": 0.5, "monitors": {"p_value": 0.9, "reversal_rate": 7}},
              {"success": false, "steps": 4, "monitors": {"tilt": 2}}]}
            """);

        Assert.Equal(["reversal_rate", "p_value", "tilt"], material.Policies[0].Monitors.Select(column => column.Name));
        Assert.Equal([-0.9, double.NaN], material.Policies[0].Monitors[1].Values);
        Assert.Equal([0.5, double.NaN], material.Policies[0].Monitors[0].Values);
    }

    [Fact]
    public void Policies_of_one_name_are_told_apart_by_their_files()
    {
        using TemporaryFolder folder = new();
        const string document = """{"results": {"vla": {"episodes": [{"success": true, "steps": 3}]}}}""";
        string[] files = [folder.Write("a.json", document), folder.Write("b.json", document)];

        Assert.Equal(["a/vla", "b/vla"], StudyInputs.Read(files, null, CancellationToken.None).Policies.Select(policy => policy.Name));
    }

    [Fact]
    public void A_folder_gives_every_study_file_in_it_once()
    {
        using TemporaryFolder folder = new();
        folder.Write("b.json", """{"episodes": [{"success": true, "steps": 3}]}""");
        folder.Write("a.jsonl", """{"episode": 0, "step": 0}""");
        folder.Write("a.jsonl.labels.json", """{"0": true}""");
        folder.Write("notes.txt", "no study");

        StudyMaterial material = StudyInputs.Read([folder.Root, folder.PathOf("b.json")], null, CancellationToken.None);

        Assert.Equal(["a", "b"], material.Policies.Select(policy => policy.Name));
    }

    [Fact]
    public void Names_cannot_rewrite_the_terminal()
    {
        StudyMaterial material = Read("{\"results\": {\"\\u001b[2Jx\\u202e\": {\"episodes\": [{\"success\": true, \"steps\": 3}]}}}");

        Assert.Equal(" [2Jx ", material.Policies[0].Name);
    }

    [Theory]
    [InlineData("", "DS202")]
    [InlineData("{", "DS202")]
    [InlineData("{\"episodes\": [{\"success\": true, \"steps\": 3}]} trailing", "DS202")]
    [InlineData("[]", "DS203")]
    [InlineData("{}", "DS203")]
    [InlineData("{\"results\": {}}", "DS203")]
    [InlineData("{\"results\": {\"a\": {\"episodes\": 3}}}", "DS203")]
    [InlineData("{\"episodes\": {\"no_contract\": []}}", "DS207")]
    [InlineData("{\"episodes\": {\"other\": [{}]}}", "DS203")]
    [InlineData("{\"episodes\": []}", "DS207")]
    [InlineData("{\"episodes\": [7]}", "DS204")]
    [InlineData("{\"episodes\": [{\"steps\": 3}]}", "DS204")]
    [InlineData("{\"episodes\": [{\"success\": \"true\", \"steps\": 3}]}", "DS204")]
    [InlineData("{\"episodes\": [{\"success\": true}]}", "DS205")]
    [InlineData("{\"episodes\": [{\"success\": true, \"steps\": 0}]}", "DS205")]
    [InlineData("{\"episodes\": [{\"success\": true, \"steps\": 1e300}]}", "DS205")]
    [InlineData("{\"episodes\": [{\"success\": true, \"steps\": -3}]}", "DS205")]
    [InlineData("{\"episodes\": [{\"success\": true, \"steps\": 3, \"reversal_rate\": \"high\"}]}", "DS206")]
    [InlineData("{\"episodes\": [{\"success\": true, \"steps\": 3, \"jerk_summary\": {\"jerk_rms\": []}}]}", "DS206")]
    [InlineData("{\"episodes\": [{\"success\": true, \"steps\": 3, \"monitors\": {\"tilt\": false}}]}", "DS206")]
    [InlineData("{\"episodes\": {\"no_contract\": [{\"success\": 1, \"seed\": 1}, {\"success\": 1, \"seed\": 1}], \"with_contract\": []}}", "DS213")]
    public void Broken_documents_are_named_by_code(string document, string code) =>
        Assert.Equal(code, Assert.Throws<DiagnosticException>(() => Read(document)).Diagnostics[0].Code);

    [Fact]
    public void A_finding_names_the_path_of_its_key()
    {
        Diagnostic finding = Assert.Throws<DiagnosticException>(() =>
            Read("""{"results": {"vla": {"episodes": [{"success": true, "steps": 3}, {"success": true, "steps": 3, "atv": {}}]}}}""")).Diagnostics[0];

        Assert.Equal("results.vla.episodes[1].atv", finding.Place!.Key);
    }

    [Fact]
    public void Deep_nesting_is_an_error_and_not_a_stack_overflow() =>
        Assert.Equal("DS202", Assert.Throws<DiagnosticException>(() => Read(new string('[', 100_000))).Diagnostics[0].Code);

    private static StudyMaterial Read(string document)
    {
        using TemporaryFolder folder = new();
        return StudyInputs.Read([folder.Write("study.json", document)], null, CancellationToken.None);
    }
}
