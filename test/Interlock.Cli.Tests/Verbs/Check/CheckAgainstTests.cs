using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Check;

public sealed class CheckAgainstTests
{
    [Fact]
    public async Task The_certified_key_may_start()
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();

        Invocation run = await goal.CheckAsync("libero_goal", ["--gate", "--trust", goal.Trust, .. CertifiedGoal.Scale]);

        Assert.Equal((ExitCode.Ok, string.Empty), (run.ExitCode, WithoutHints(run)));
        Assert.Contains("is the policy of", run.Output, StringComparison.Ordinal);
        Assert.Contains("nothing about closed-loop", OneLine(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statistics_of_a_sibling_are_refused_by_its_name()
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();

        Invocation run = await goal.CheckAsync("libero_spatial", ["--gate", "--trust", goal.Trust, "--json", .. CertifiedGoal.Scale]);

        JsonElement gate = run.Json.GetProperty("gate");
        Assert.Equal(ExitCode.RefusedToStart, run.ExitCode);
        Assert.False(gate.GetProperty("may_start").GetBoolean());
        Assert.Equal(
            "EX021 loaded statistics are `libero_spatial`; certified `libero_goal`; an idle command would move 77 mm/s and turn 1.14 rad/s",
            gate.GetProperty("first_cause").GetString());
        Assert.Contains("EX021 loaded statistics are `libero_spatial`", run.LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sibling_under_the_certified_name_is_found_by_its_numbers()
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();
        string swapped = goal.PathOf("swapped.json");
        await File.WriteAllTextAsync(swapped, LiberoStatistics.Json
            .Replace("\"libero_goal\"", "\"x\"", StringComparison.Ordinal)
            .Replace("\"libero_spatial\"", "\"libero_goal\"", StringComparison.Ordinal));

        Invocation run = await Invocation.RunAsync("check", swapped, "--key", "libero_goal", "--against", goal.Certificate);

        Assert.Equal(ExitCode.RefusedToStart, run.ExitCode);
        Assert.Contains("loaded statistics are `libero_spatial`", run.LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_trust_the_comparison_says_that_nobody_vouches()
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();

        Invocation run = await goal.CheckAsync("libero_goal");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("signatures were not verified", OneLine(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_believes_no_stranger()
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();
        using CertifiedGoal stranger = await CertifiedGoal.MakeAsync();

        Invocation run = await goal.CheckAsync("libero_goal", "--gate", "--trust", stranger.Trust);

        Assert.Equal(ExitCode.RefusedToStart, run.ExitCode);
        Assert.Contains("EX002", run.LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_waiver_covers_its_code_and_nothing_else()
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();
        string waiver = goal.PathOf("w.json");
        await Invocation.RunAsync(
            "certify", "waive", "--certificate", goal.Certificate, "--code", "EX027", "--reason", "bench", "--approver", "S. Officer", "--valid-days", "5", "--key", goal.Key, "-o", waiver);

        Invocation run = await goal.CheckAsync("libero_10", ["--gate", "--trust", goal.Trust, "--waiver", waiver, "--json", .. CertifiedGoal.Scale]);

        Dictionary<string, string> statuses = Statuses(run.Json.GetProperty("gate"));
        Assert.Equal(ExitCode.RefusedToStart, run.ExitCode);
        Assert.Equal("waived", statuses["EX027"]);
        Assert.Equal("failed", statuses["EX021"]);
    }

    [Fact]
    public async Task A_receipt_tells_what_was_observed_and_serves_as_evidence()
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();
        string receipt = goal.PathOf("receipt.json");
        string probed = goal.PathOf("probed.cert.json");

        await goal.CheckAsync("libero_goal", ["--gate", "--trust", goal.Trust, "--receipt", receipt, .. CertifiedGoal.Scale]);
        JsonElement written = JsonDocument.Parse(await File.ReadAllTextAsync(receipt)).RootElement;
        Invocation create = await Invocation.RunAsync("certify", "create", "--spec", goal.Spec, "--evidence", receipt, "--level", "probed", "-o", probed);

        Assert.Equal("receipt/1", written.GetProperty("interlock").GetString());
        Assert.True(written.GetProperty("may_start").GetBoolean());
        Assert.Equal("this process", written.GetProperty("decode_path").GetString());
        Assert.True(create.ExitCode == ExitCode.Ok, create.Errors);
        Assert.Contains("probed", create.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_leaves_a_receipt_too_and_no_evidence()
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();
        string receipt = goal.PathOf("receipt.json");

        await goal.CheckAsync("libero_object", "--receipt", receipt);

        JsonElement written = JsonDocument.Parse(await File.ReadAllTextAsync(receipt)).RootElement;
        Assert.False(written.GetProperty("may_start").GetBoolean());
        Assert.False(written.TryGetProperty("evidence", out _));
    }

    [Fact]
    public async Task A_server_that_passes_numbers_through_is_caught_whatever_its_files_say()
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();
        using DecodeServer server = new(body => (200, body.Replace("\"z\"", "\"command\"", StringComparison.Ordinal)));

        Invocation run = await goal.CheckAsync("libero_goal", "--probe", server.Address);

        Assert.Equal(ExitCode.RefusedToStart, run.ExitCode);
        Assert.Contains("EX025", run.LastErrorLine, StringComparison.Ordinal);
        Assert.Contains("passes the numbers of the network through", run.LastErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "{}", "500")]
    [InlineData(200, "not JSON", "could not be probed")]
    [InlineData(200, "{}", "no array 'command'")]
    [InlineData(200, "{\"command\":[]}", "did not answer")]
    [InlineData(200, "{\"command\":[[\"a\"]]}", "not a number")]
    public async Task A_server_that_answers_something_else_is_a_refusal(int status, string body, string words)
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();
        using DecodeServer server = new(_ => (status, body));

        Invocation run = await goal.CheckAsync("libero_goal", "--probe", server.Address);

        Assert.Equal(ExitCode.RefusedToStart, run.ExitCode);
        Assert.Contains(words, run.LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_specification_is_compared_and_never_opens_the_gate()
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();

        Invocation same = await Invocation.RunAsync("check", goal.Statistics, "--key", "libero_goal", "--against", goal.Spec);
        Invocation other = await Invocation.RunAsync("check", goal.Statistics, "--key", "libero_10", "--against", goal.Spec);
        Invocation gate = await Invocation.RunAsync("check", goal.Statistics, "--key", "libero_goal", "--against", goal.Spec, "--gate", "--trust", goal.Trust);

        Assert.Equal(ExitCode.Ok, same.ExitCode);
        Assert.Equal(ExitCode.RefusedToStart, other.ExitCode);
        Assert.Equal(ExitCode.RefusedToStart, gate.ExitCode);
        Assert.Contains("not signed", gate.LastErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--gate")]
    [InlineData("--receipt", "r.json")]
    [InlineData("--against", "x.cert.json", "--gate")]
    [InlineData("--against", "x.cert.json", "--probe", "not-an-address")]
    public async Task Words_that_need_another_word_are_a_usage_error(params string[] words)
    {
        Invocation run = await Invocation.RunAsync(["check", "stats.json", .. words]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
    }

    [Fact]
    public async Task A_narrow_terminal_breaks_no_line_beyond_its_width()
    {
        using CertifiedGoal goal = await CertifiedGoal.MakeAsync();

        Invocation run = await Invocation.RunAsync(60, ["check", goal.Statistics, "--key", "libero_goal", "--against", goal.Certificate]);

        Assert.All(run.Output.Split('\n').Where(line => !line.Contains('/', StringComparison.Ordinal)), line => Assert.True(line.Length <= 60, line));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string WithoutHints(Invocation run) =>
        string.Concat(run.Errors.Split('\n').Where(line => line.StartsWith("error", StringComparison.Ordinal)));

    private static Dictionary<string, string> Statuses(JsonElement gate) => gate.GetProperty("checks").EnumerateArray()
        .GroupBy(check => check.GetProperty("code").GetString()!)
        .ToDictionary(group => group.Key, group => group.Select(check => check.GetProperty("status").GetString()!).OrderBy(word => word is "failed" or "waived" ? 0 : 1).First());
}
