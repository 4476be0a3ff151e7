using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Spec;

public sealed class SpecReplayVerbTests : IDisposable
{
    private const int Episodes = 8;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_right_key_repeats_every_demonstration_and_every_other_key_fails_every_one()
    {
        Invocation run = await RunAsync("--json");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        JsonElement study = run.Json;
        Assert.Equal(Episodes, study.GetProperty("valid").GetInt32());
        Assert.Equal(Episodes, study.GetProperty("identity").GetInt32());
        Assert.Equal(
            ["table_right", "table_far", "table_near"],
            study.GetProperty("substituted").EnumerateObject().Select(key => key.Name));
        Assert.All(study.GetProperty("substituted").EnumerateObject(), key => Assert.Equal(0, key.Value.GetInt32()));
        JsonElement right = Row(study, "table_right");
        Assert.Equal(2 * Math.Pow(0.5, Episodes), right.GetProperty("p").GetDouble(), 12);
        Assert.Equal(Episodes, right.GetProperty("episodes_in_training_range").GetInt32());
        Assert.InRange(right.GetProperty("median_first_deviation_s").GetDouble(), 0.1, 2);
    }

    [Fact]
    public async Task The_sweep_goes_from_harmless_to_ruinous_and_shares_and_grippers_are_in_between()
    {
        JsonElement study = (await RunAsync("--json")).Json;

        Assert.Equal(Episodes, Successes(study, "identity, not clipped"));
        Assert.Equal(Episodes, Successes(study, "gain 1.02"));
        Assert.Equal(0, Successes(study, "gain 1.2"));
        Assert.Equal(Episodes, Successes(study, "offset 0.005"));
        Assert.Equal(0, Successes(study, "offset 0.05"));
        Assert.Equal(0, Successes(study, "table_right at 1"));
        Assert.Equal(0, Successes(study, "gripper polarity flipped"));
        Assert.Equal(0, Successes(study, "gripper unmasked"));
        Assert.Equal(Episodes, Successes(study, "gripper decided at 0.5"));
    }

    [Fact]
    public async Task The_guard_of_the_displacements_is_silent_where_the_wrong_key_fails_the_task()
    {
        JsonElement study = (await RunAsync("--json")).Json;

        JsonElement silent = study.GetProperty("guard_silent").GetProperty("displacements");
        Assert.Equal(3 * Episodes, silent.GetProperty("episodes").GetInt32());
        Assert.True(silent.GetProperty("silent").GetInt32() > 2 * Episodes, silent.ToString());
    }

    [Fact]
    public async Task The_text_gives_the_same_counts_with_intervals_and_its_scope()
    {
        Invocation run = await RunAsync();

        Assert.Contains($"Identity {Episodes}/{Episodes}.", run.Output, StringComparison.Ordinal);
        Assert.Matches($@"table_right +0/{Episodes} +0\.00-0\.32 +0\.008", run.Output);
        string text = run.Output.ReplaceLineEndings(" ");
        Assert.Contains("an idle command would turn shoulder_pan", text, StringComparison.Ordinal);
        Assert.Contains("says nothing about hardware", text, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Fact]
    public async Task Evidence_and_statistics_are_written_and_the_same_seed_writes_the_same_bytes()
    {
        await RunAsync("-o", _folder.PathOf("a.json"), "--statistics", _folder.PathOf("a.stats.json"));
        await RunAsync("-o", _folder.PathOf("b.json"), "--statistics", _folder.PathOf("b.stats.json"));

        Assert.Equal(File.ReadAllBytes(_folder.PathOf("a.json")), File.ReadAllBytes(_folder.PathOf("b.json")));
        Assert.Equal(File.ReadAllBytes(_folder.PathOf("a.stats.json")), File.ReadAllBytes(_folder.PathOf("b.stats.json")));
        using JsonDocument evidence = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("a.json")));
        Assert.Equal("replay", evidence.RootElement.GetProperty("kind").GetString());
        Assert.Equal("table_left", evidence.RootElement.GetProperty("suite").GetString());
        Assert.Equal(
            evidence.RootElement.GetProperty("statistics_sha256").GetProperty("table_left").GetString(),
            evidence.RootElement.GetProperty("statistics_fingerprint").GetString());
        using JsonDocument statistics = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("a.stats.json")));
        Assert.Equal(4, statistics.RootElement.EnumerateObject().Count());
    }

    [Fact]
    public async Task A_certificate_of_the_replayed_specification_reaches_the_level_replayed()
    {
        string spec = _folder.PathOf("arm.execspec.json");
        await RunAsync("--spec", spec, "-o", _folder.PathOf("replay.json"));
        Assert.Equal(ExitCode.Ok, (await Invocation.RunAsync("check", spec, "--against", spec, "--receipt", _folder.PathOf("receipt.json"))).ExitCode);

        Invocation created = await Invocation.RunAsync(
            "certify", "create", "--spec", spec, "--evidence", _folder.PathOf("receipt.json"), "--evidence", _folder.PathOf("replay.json"),
            "-o", _folder.PathOf("arm.cert.json"), "--json");
        Invocation other = await Invocation.RunAsync(
            "certify", "create", "--spec", Path.Combine(SharedFiles.RepositoryRoot, "examples", "specs", "libero_goal.execspec.json"),
            "--evidence", _folder.PathOf("replay.json"), "-o", _folder.PathOf("other.cert.json"));

        Assert.Equal((ExitCode.Ok, "replayed"), (created.ExitCode, created.Json.GetProperty("level").GetString()));
        Assert.Equal(ExitCode.RefusedToStart, other.ExitCode);
        Assert.Contains("EX215", other.LastErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--episodes", "0")]
    [InlineData("--full-deflection", "0")]
    [InlineData("--full-deflection", "NaN")]
    [InlineData("--key", "libero_goal")]
    public async Task Wrong_options_are_refused(string option, string value)
    {
        Invocation run = await Invocation.RunAsync("spec", "replay", option, value);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(option is "--key" ? "table_left" : option, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_study_leaves_nothing_behind()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        Invocation run = await Invocation.RunAsync(80, ["spec", "replay", "-o", _folder.PathOf("a.json")], cancelled.Token);

        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    private static Task<Invocation> RunAsync(params string[] options) =>
        Invocation.RunAsync(["spec", "replay", "--episodes", $"{Episodes}", .. options]);

    private static JsonElement Row(JsonElement study, string name) =>
        study.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("name").GetString() == name);

    private static int Successes(JsonElement study, string name) => Row(study, name).GetProperty("successes").GetInt32();
}
