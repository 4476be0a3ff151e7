using Interlock.Core.Diagnostics;
using Interlock.Evaluation.Study.Episodes;
using Interlock.Evaluation.Study.Inputs;

namespace Interlock.Evaluation.Tests.Study;

public sealed class StepLogReaderTests
{
    private const string TwoEpisodes = """
        {"episode":0,"step":0,"raw":[0,0],"verdict":"pass","interventions":[],"monitors":{"p_value":0.5}}
        {"episode":0,"step":1,"raw":[1,1],"verdict":"clip","interventions":[{"code":"GD101"}],"monitors":{"p_value":NaN}}
        {"episode":"one","step":0,"raw":[0,0],"verdict":"pass","interventions":[],"monitors":{"p_value":"NaN"}}

        {"episode":0,"step":5,"raw":[0,2],"verdict":"pass","interventions":[],"monitors":{"p_value":0.1}}
        """;

    [Fact]
    public void Lines_of_several_episodes_may_be_mixed()
    {
        LabelledPolicy policy = Read(TwoEpisodes, """{"0": true, "one": false}""");

        Assert.Equal(["0", "one"], policy.Episodes.Select(episode => episode.Id));
        Assert.Equal([3, 1], policy.Lengths());
        Assert.Equal([false, true], policy.Failed());
    }

    [Fact]
    public void A_monitor_that_falls_in_trouble_is_turned_round_and_missing_values_are_no_values()
    {
        MonitorColumn column = Column(Read(TwoEpisodes, """{"0": true, "one": false}"""), "p_value");

        Assert.Equal([-0.5, double.NaN, -0.1], column.Tracks![0]);
        Assert.Equal([-0.3, double.NaN], column.Values);
    }

    [Fact]
    public void Steps_on_which_something_was_changed_are_violations()
    {
        LabelledPolicy policy = Read(TwoEpisodes, """{"0": true, "one": false}""");

        Assert.Equal([1, 0], policy.Episodes.Select(episode => episode.Violations));
    }

    // Changes (1,1) then (−1,1): the first channel reverses, the second does not.
    [Fact]
    public void Reversals_and_variation_are_worked_out_from_the_actions_when_the_log_has_none()
    {
        LabelledPolicy policy = Read(TwoEpisodes, """{"0": true, "one": false}""");

        Assert.Equal([double.NaN, double.NaN, 0.5], Column(policy, "reversal_rate").Tracks![0]);
        Assert.Equal([double.NaN, 2, 2], Column(policy, "total_variation_per_step").Tracks![0]);
    }

    [Fact]
    public void A_monitor_of_the_log_wins_over_the_one_worked_out()
    {
        LabelledPolicy policy = Read("""{"episode":0,"step":0,"raw":[1],"success":true,"monitors":{"reversal_rate":0.25}}""");

        Assert.Equal([0.25], Column(policy, "reversal_rate").Values);
    }

    [Fact]
    public void A_label_may_stand_on_any_line_of_its_episode_or_on_one_of_its_own()
    {
        LabelledPolicy policy = Read("""
            {"episode":0,"step":0,"monitors":{"m":1},"success":false}
            {"episode":0,"step":1,"monitors":{"m":1}}
            {"episode":1,"step":0,"monitors":{"m":1}}
            {"episode":1,"success":true}
            """);

        Assert.Equal([true, false], policy.Failed());
    }

    [Theory]
    [InlineData("", "DS207")]
    [InlineData("{\"episode\":0,\"success\":true}", "DS207")]
    [InlineData("{\"episode\":0,\"step\":0}", "DS204")]
    [InlineData("{\"episode\":0,\"step\":0,\"success\":\"yes\"}", "DS204")]
    [InlineData("{\"episode\":0,\"step\":0,\"success\":true", "DS202")]
    [InlineData("{\"episode\":0,\"step\":0,\"success\":true}\nnonsense", "DS202")]
    [InlineData("[1,2]", "DS209")]
    [InlineData("{\"step\":0,\"success\":true}", "DS209")]
    [InlineData("{\"episode\":[0],\"step\":0,\"success\":true}", "DS209")]
    [InlineData("{\"episode\":0,\"step\":-1,\"success\":true}", "DS209")]
    [InlineData("{\"episode\":0,\"step\":1.5,\"success\":true}", "DS209")]
    [InlineData("{\"episode\":0,\"step\":1,\"success\":true}\n{\"episode\":0,\"step\":1}", "DS210")]
    [InlineData("{\"episode\":0,\"step\":0,\"success\":true}\n{\"episode\":0,\"step\":1,\"success\":false}", "DS211")]
    [InlineData("{\"episode\":0,\"step\":0,\"success\":true,\"monitors\":{\"m\":\"high\"}}", "DS206")]
    [InlineData("{\"episode\":0,\"step\":0,\"success\":true,\"monitors\":{\"m\":\"\\ud800\"}}", "DS202")]
    [InlineData("{\"episode\":\"\\ud800\",\"step\":0,\"success\":true}", "DS202")]
    public void Broken_logs_are_named_by_code(string log, string code) =>
        Assert.Equal(code, Assert.Throws<DiagnosticException>(() => Read(log)).Diagnostics[0].Code);

    [Fact]
    public void A_finding_names_file_line_and_key()
    {
        Diagnostic finding = Assert.Throws<DiagnosticException>(() => Read("""
            {"episode":0,"step":0,"success":true,"monitors":{"m":1}}
            {"episode":0,"step":1,"monitors":{"m":[]}}
            """)).Diagnostics[0];

        Assert.EndsWith("log.jsonl", finding.Place!.File, StringComparison.Ordinal);
        Assert.Equal((2, "monitors.m"), (finding.Place.Line, finding.Place.Key));
    }

    [Theory]
    [InlineData("""{"0": true}""", "DS204")]
    [InlineData("""{"0": true, "one": false, "two": true}""", "DS212")]
    [InlineData("""{"0": true, "one": "no"}""", "DS208")]
    [InlineData("""{"0": true, "0": false, "one": true}""", "DS208")]
    [InlineData("""[true, false]""", "DS208")]
    public void Labels_that_do_not_fit_the_log_are_named_by_code(string labels, string code) =>
        Assert.Equal(code, Assert.Throws<DiagnosticException>(() => Read(TwoEpisodes, labels)).Diagnostics[0].Code);

    [Fact]
    public void A_label_file_that_contradicts_the_log_is_refused() =>
        Assert.Equal("DS211", Assert.Throws<DiagnosticException>(() =>
            Read("""{"episode":0,"step":0,"success":true}""", """{"0": false}""")).Diagnostics[0].Code);

    [Fact]
    public void A_line_without_an_end_is_refused_before_it_fills_the_memory()
    {
        string endless = $$"""{"episode":"{{new string('x', InputLimits.LineBytes + 1)}}" """;

        Assert.Equal("DS201", Assert.Throws<DiagnosticException>(() => Read(endless)).Diagnostics[0].Code);
    }

    [Fact]
    public void A_thousand_errors_are_not_a_thousand_lines()
    {
        string log = string.Concat(Enumerable.Repeat("{}\n", 1000));

        Assert.Equal(InputLimits.Findings, Assert.Throws<DiagnosticException>(() => Read(log)).Diagnostics.Count);
    }

    private static LabelledPolicy Read(string log, string? labels = null)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("log.jsonl", log);
        if (labels is not null)
        {
            folder.Write("log.jsonl.labels.json", labels);
        }

        return StudyInputs.Read([file], null, CancellationToken.None).Policies.Single();
    }

    private static MonitorColumn Column(LabelledPolicy policy, string name) => policy.Monitors.Single(column => column.Name == name);
}
