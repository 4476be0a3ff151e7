using System.Text.Json;

namespace Interlock.Cli.Tests.Config;

public sealed class ConfigVerbsTests
{
    private static readonly string Example = Path.Combine(SharedFiles.RepositoryRoot, "examples", "run", "table-arm.run.yaml");

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(140)]
    public async Task Validate_shows_the_run_as_one_short_block_that_fits_the_terminal(int width)
    {
        Invocation run = await Invocation.RunAsync(width, ["config", "validate", Example]);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.InRange(lines.Length, 14, 40);
        Assert.All(lines[..^1], line => Assert.InRange(line.TrimEnd().Length, 1, width));
        Assert.Contains("scripted", run.Output, StringComparison.Ordinal);
        Assert.Contains("30 Hz", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_ends_with_the_mistake_its_place_and_the_suggestion()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.run.yaml", "interlock: run/1\npolicy: { kind: scripted }\ncontract: c.yaml\nrobot: { kind: table_arm }\nschedule: { blendng: replace }\n");
        Invocation run = await Invocation.RunAsync("config", "validate", path);
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.StartsWith($"error: {path}:5 schedule.blendng: RT006", run.LastErrorLine, StringComparison.Ordinal);
        Assert.Contains("did you mean 'blending'?", run.LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_names_a_flag_and_a_missing_file()
    {
        Invocation flag = await Invocation.RunAsync("config", "validate", Example, "--set", "loop.rate_hz=fast");
        Assert.Equal(ExitCode.FoundWanting, flag.ExitCode);
        Assert.Contains("--set loop.rate_hz=fast loop.rate_hz: RT009", flag.LastErrorLine, StringComparison.Ordinal);
        Invocation missing = await Invocation.RunAsync("config", "validate", Example, "--set", "contract=absent.yaml", "--json");
        Assert.Equal("RT025", Assert.Single(missing.Json.GetProperty("findings").EnumerateArray()).GetProperty("code").GetString());
        Assert.False(missing.Json.GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task Explain_says_everything_about_one_key()
    {
        Invocation run = await Invocation.RunAsync("config", "explain", Example, "schedule.cross_fade_steps", "--set", "schedule.cross_fade_steps=6");
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        foreach (string expected in new[] { "value: 6 steps", "from: --set schedule.cross_fade_steps=6", "default: 4", "range: 1 to 4096 steps", "Length of a cross-fade." })
        {
            Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Explain_says_what_the_contract_decides()
    {
        Invocation run = await Invocation.RunAsync("config", "explain", Example, "loop", "--json");
        JsonElement rate = run.Json.GetProperty("keys")[0];
        Assert.Equal(("loop.rate_hz", 30.0, "contract"), (rate.GetProperty("path").GetString(), rate.GetProperty("value").GetDouble(), rate.GetProperty("origin").GetString()));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public async Task Explain_lists_every_key(int width)
    {
        Invocation run = await Invocation.RunAsync(width, ["config", "explain", Example]);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.All(run.Output.TrimEnd().Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 1, width));
        Assert.Contains("line 5", run.Output, StringComparison.Ordinal);
        Assert.Contains("supervisor.hung_after_ms", run.Output, StringComparison.Ordinal);
        Assert.Contains("cameras[0].max_age_ms", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_suggests_the_nearest_key()
    {
        Invocation run = await Invocation.RunAsync("config", "explain", Example, "schedule.blendin");
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Contains("RT024", run.LastErrorLine, StringComparison.Ordinal);
        Assert.Contains("did you mean 'schedule.blending'?", run.LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_is_the_published_one()
    {
        Invocation run = await Invocation.RunAsync("config", "schema");
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(SharedFiles.RepositoryRoot, "docs", "schema", "run-v1.json")), run.Output);
    }
}
