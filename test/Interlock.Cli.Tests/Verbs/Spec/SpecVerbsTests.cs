using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Spec;

public sealed class SpecVerbsTests
{
    private const int DigestWidth = 64 + 12;

    private static readonly string Example = Path.Combine(SharedFiles.RepositoryRoot, "examples", "specs", "libero_goal.execspec.json");

    private static readonly string Text = File.ReadAllText(Example);

    [Fact]
    public async Task Show_says_what_the_ends_of_the_output_become_and_how_far_the_robot_moves()
    {
        Invocation run = await Invocation.RunAsync("spec", "show", Example);
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.Matches(@"yaw +orientation +normalized +-0\.1378 +0\.375 +-0\.0689 → 0\.1875 rad", run.Output);
        Assert.Matches(@"gripper +gripper +normalized +as it is +as it is\n", run.Output);
        Assert.Contains("A decoded 1 is 0.05 m in x, y, z.", run.Output, StringComparison.Ordinal);
        Assert.Contains("open 1 → -1, closed 0 → 1, decided at 0.5 (exactly there: hold)", run.Output, StringComparison.Ordinal);
        Assert.Contains("siblings: libero_spatial, libero_object, libero_10", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public async Task Show_fits_the_terminal(int width)
    {
        Invocation run = await Invocation.RunAsync(width, ["spec", "show", Example]);
        Assert.All(run.Output.Split('\n').Where(line => line.Length != DigestWidth), line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public async Task Show_json_has_the_ends_of_every_channel()
    {
        JsonElement json = (await Invocation.RunAsync("spec", "show", Example, "--json")).Json;
        JsonElement x = json.GetProperty("channels")[0];
        Assert.Equal(0.9375, x.GetProperty("at_plus_one").GetDouble(), 12);
        Assert.Equal(0.9375 * 0.05, x.GetProperty("full_deflection").GetProperty("at_plus_one").GetDouble(), 12);
        Assert.False(json.GetProperty("channels")[6].GetProperty("scaled").GetBoolean());
        Assert.Equal(("libero_goal", 20.0, 3), (json.GetProperty("key").GetString(), json.GetProperty("rate_hz").GetDouble(), json.GetProperty("siblings").GetArrayLength()));
    }

    [Fact]
    public async Task Diff_exits_with_2_when_the_specifications_differ_and_0_when_they_do_not()
    {
        using TemporaryFolder folder = new();
        string other = folder.Write("b.execspec.json", Changed("\"rate_hz\": 20", "\"rate_hz\": 30"));
        Invocation run = await Invocation.RunAsync("spec", "diff", Example, other);
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Equal("action.rate_hz: 20 Hz → 30 Hz\n1 difference: 1 in action.\n", run.Output);
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("spec", "diff", Example, Example)).ExitCode);
        JsonElement json = (await Invocation.RunAsync("spec", "diff", Example, other, "--json")).Json;
        JsonElement difference = json.GetProperty("differences")[0];
        Assert.Equal(("action", "action.rate_hz", "20 Hz", "30 Hz"), (
            difference.GetProperty("part").GetString(),
            difference.GetProperty("path").GetString(),
            difference.GetProperty("before").GetString(),
            difference.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task Diff_says_when_two_names_mean_the_same_policy()
    {
        using TemporaryFolder folder = new();
        string other = folder.Write("b.execspec.json", Changed("\"openvla-libero-goal\"", "\"copy\""));
        Invocation run = await Invocation.RunAsync("spec", "diff", Example, other);
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Equal("Only the name differs: both are the same policy.", run.LastOutputLine);
    }

    [Fact]
    public async Task Validate_ends_with_the_first_mistake_its_place_and_the_suggestion()
    {
        using TemporaryFolder folder = new();
        string wrong = folder.Write("wrong.execspec.json", Changed("\"rate_hz\"", "\"rate_h\""));
        Invocation run = await Invocation.RunAsync("spec", "validate", Example, wrong);
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Contains("'openvla-libero-goal' is valid", string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Matches(@"^error: .*wrong\.execspec\.json:\d+ action\.rate_h: EX104 .*did you mean 'rate_hz'\?", run.LastErrorLine);
    }

    [Fact]
    public async Task Validate_prints_one_json_document_for_all_files()
    {
        using TemporaryFolder folder = new();
        string wrong = folder.Write("wrong.execspec.json", Changed("\"rate_hz\": 20", "\"rate_hz\": -1"));
        Invocation run = await Invocation.RunAsync("spec", "validate", Example, wrong, "no-such.execspec.json", "--json");
        Assert.Equal((ExitCode.FoundWanting, ""), (run.ExitCode, run.Errors));
        JsonElement files = run.Json.GetProperty("files");
        Assert.Equal([true, false, false], files.EnumerateArray().Select(file => file.GetProperty("valid").GetBoolean()));
        Assert.Equal("EX109", files[1].GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.Equal("EX100", files[2].GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Validate_counts_warnings_as_mistakes_only_when_asked()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.execspec.json", Changed("\"policy_open\": 1", "\"policy_open\": 3"));
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("spec", "validate", path)).ExitCode);
        Assert.Equal(ExitCode.FoundWanting, (await Invocation.RunAsync("spec", "validate", path, "--strict")).ExitCode);
    }

    [Fact]
    public async Task Schema_prints_the_published_schema()
    {
        string published = await File.ReadAllTextAsync(Path.Combine(SharedFiles.RepositoryRoot, "docs", "schema", "execspec-v1.json"));
        Assert.Equal(published, (await Invocation.RunAsync("spec", "schema")).Output);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_one_sentence()
    {
        Invocation run = await Invocation.RunAsync("spec", "show", "no-such.execspec.json");
        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.Equal("error: no-such.execspec.json: EX100 there is no such file (check the path)", run.LastErrorLine);
    }

    private static string Changed(string old, string now)
    {
        Assert.Contains(old, Text, StringComparison.Ordinal);
        return Text.Replace(old, now, StringComparison.Ordinal);
    }
}
