using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Contract;

public sealed class ContractVerbsTests
{
    [Fact]
    public async Task Validate_accepts_a_valid_contract()
    {
        using TemporaryFolder folder = new();
        Invocation run = await Invocation.RunAsync("contract", "validate", folder.Write("a.yaml", ContractTexts.Valid));
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.Contains("2 channels", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_ends_with_the_mistake_its_place_and_the_suggestion()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.yaml", ContractTexts.Wrong);
        Invocation run = await Invocation.RunAsync("contract", "validate", path);
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.StartsWith($"error: {path}:5 channels[0].max_stpe: CT006", run.LastErrorLine, StringComparison.Ordinal);
        Assert.Contains("did you mean 'max_step'?", run.LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_prints_one_json_document_for_machines()
    {
        using TemporaryFolder folder = new();
        Invocation run = await Invocation.RunAsync("contract", "validate", folder.Write("a.yaml", ContractTexts.Wrong), "--json");
        JsonElement finding = run.Json.GetProperty("findings")[0];
        Assert.False(run.Json.GetProperty("valid").GetBoolean());
        Assert.Equal(("CT006", "error", 5), (finding.GetProperty("code").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32()));
        Assert.Equal((ExitCode.FoundWanting, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Validate_counts_warnings_as_mistakes_only_when_asked()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.yaml", "interlock: contract/1\nchannels: [{ name: a }]\n");
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("contract", "validate", path)).ExitCode);
        Assert.Equal(ExitCode.FoundWanting, (await Invocation.RunAsync("contract", "validate", path, "--strict")).ExitCode);
    }

    [Fact]
    public async Task Show_states_limits_in_channel_units_in_SI_per_step_and_per_second()
    {
        using TemporaryFolder folder = new();
        Invocation run = await Invocation.RunAsync("contract", "show", folder.Write("a.yaml", ContractTexts.Valid));
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Matches(@"pan +joint +deg +-110 … 110 +4 deg +120 deg/s", run.Output);
        Assert.Matches(@"in SI +rad +-1\.91986 … 1\.91986 +0\.0698132 rad +2\.0944 rad/s", run.Output);
        Assert.DoesNotContain("jerk", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_json_has_the_effective_limits()
    {
        using TemporaryFolder folder = new();
        Invocation run = await Invocation.RunAsync("contract", "show", folder.Write("a.yaml", ContractTexts.Faster), "--json");
        JsonElement pan = run.Json.GetProperty("channels")[0];
        Assert.Equal((5.0, 150.0), (pan.GetProperty("effective_step").GetDouble(), pan.GetProperty("effective_velocity").GetDouble()));
        Assert.Equal(JsonValueKind.Null, pan.GetProperty("max_step").ValueKind);
        Assert.Equal(150 * Math.PI / 180, pan.GetProperty("si").GetProperty("effective_velocity").GetDouble(), 12);
    }

    [Fact]
    public async Task Diff_exits_with_2_when_the_contracts_differ_and_0_when_they_do_not()
    {
        using TemporaryFolder folder = new();
        string before = folder.Write("a.yaml", ContractTexts.Valid);
        string after = folder.Write("b.yaml", ContractTexts.Faster);
        Invocation run = await Invocation.RunAsync("contract", "diff", before, after);
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Contains("channels[pan].max_velocity: 120 deg/s → 150 deg/s (looser)", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("contract", "diff", before, before)).ExitCode);
        JsonElement json = (await Invocation.RunAsync("contract", "diff", after, before, "--json")).Json;
        Assert.Equal((1, 0), (json.GetProperty("tighter").GetInt32(), json.GetProperty("looser").GetInt32()));
    }

    [Fact]
    public async Task Schema_prints_the_published_schema()
    {
        string published = await File.ReadAllTextAsync(Path.Combine(SharedFiles.RepositoryRoot, "docs", "schema", "contract-v1.json"));
        Assert.Equal(published, (await Invocation.RunAsync("contract", "schema")).Output);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_one_sentence()
    {
        Invocation run = await Invocation.RunAsync("contract", "show", "no-such.contract.yaml");
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Equal("error: no-such.contract.yaml: CT001 there is no such file (check the path)", run.LastErrorLine);
    }
}
