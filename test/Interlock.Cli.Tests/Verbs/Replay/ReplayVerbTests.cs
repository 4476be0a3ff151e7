using System.Text.Json;
using Interlock.Cli.Tests.EndToEnd;

namespace Interlock.Cli.Tests.Verbs.Replay;

public sealed class ReplayVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_step_line_has_the_binding_names()
    {
        (string recording, string contract) = Files();
        JsonElement[] lines = [.. (await Invocation.RunAsync("replay", recording, "--contract", contract, "--jsonl")).JsonLines];
        JsonElement clipped = lines.First(line => line.GetProperty("verdict").GetString() == "clip");
        JsonElement intervention = clipped.GetProperty("interventions")[0];

        string[] names = ["episode", "step", "raw", "safe", "verdict", "interventions", "monitors", "alarms"];
        Assert.Equal(names, clipped.EnumerateObject().Select(property => property.Name).Take(names.Length));
        Assert.Equal(["code", "channel", "raw", "safe", "limit", "unit"], intervention.EnumerateObject().Select(property => property.Name));
        Assert.Equal("deg", intervention.GetProperty("unit").GetString());
        Assert.Equal(120, lines.Length);
        Assert.Equal((2, 39), (lines[^1].GetProperty("episode").GetInt32(), lines[^1].GetProperty("step").GetInt32()));
        Assert.All(["reversal_rate", "stall", "jerk_rms", "total_variation_rate"], name => Assert.True(clipped.GetProperty("monitors").TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task Not_a_number_and_infinity_are_strings_and_never_reach_the_robot()
    {
        string recording = _folder.Write("odd.csv", "pan,lift,gripper\n0,0,0\nnan,0,0\n0,inf,0\n0,0,-inf\n0,0,0\n");
        string contract = _folder.Write("bench.contract.yaml", SyntheticRecording.Contract());
        JsonElement[] lines = [.. (await Invocation.RunAsync("replay", recording, "--contract", contract, "--jsonl")).JsonLines];

        Assert.Equal("NaN", lines[1].GetProperty("raw")[0].GetString());
        Assert.Equal("Infinity", lines[2].GetProperty("raw")[1].GetString());
        Assert.Equal("-Infinity", lines[3].GetProperty("raw")[2].GetString());
        Assert.All(lines[1..4], line => Assert.Contains(line.GetProperty("verdict").GetString(), (string[])["hold", "stop"]));
        Assert.All(lines, line => Assert.All(line.GetProperty("safe").EnumerateArray(), safe => Assert.Equal(JsonValueKind.Number, safe.ValueKind)));
    }

    [Fact]
    public async Task Totals_agree_with_the_steps_they_are_totals_of()
    {
        (string recording, string contract) = Files();
        JsonElement[] lines = [.. (await Invocation.RunAsync("replay", recording, "--contract", contract, "--jsonl")).JsonLines];
        JsonElement totals = (await Invocation.RunAsync("replay", recording, "--contract", contract, "--json")).Json;

        AssertTotals(totals.GetProperty("total"), lines);
        foreach (JsonElement episode in totals.GetProperty("episodes").EnumerateArray())
        {
            int number = episode.GetProperty("episode").GetInt32();
            AssertTotals(episode, [.. lines.Where(line => line.GetProperty("episode").GetInt32() == number)]);
        }

        static void AssertTotals(JsonElement total, JsonElement[] steps)
        {
            Assert.Equal(steps.Length, total.GetProperty("steps").GetInt32());
            foreach ((string name, string verdict) in (ReadOnlySpan<(string, string)>)[("passed", "pass"), ("clipped", "clip"), ("held", "hold"), ("stopped", "stop")])
            {
                Assert.Equal(steps.Count(step => step.GetProperty("verdict").GetString() == verdict), total.GetProperty(name).GetInt32());
            }

            ILookup<string, JsonElement> codes = steps
                .SelectMany(step => step.GetProperty("interventions").EnumerateArray())
                .ToLookup(item => item.GetProperty("code").GetString()!);
            Assert.Equal(
                codes.ToDictionary(group => group.Key, group => group.Count()),
                total.GetProperty("codes").EnumerateObject().ToDictionary(code => code.Name, code => code.Value.GetInt32()));
        }
    }

    [Theory]
    [InlineData("clip_rate=0", ExitCode.FoundWanting)]
    [InlineData("clip_rate=1", ExitCode.Ok)]
    [InlineData("reversal_rate=0.01", ExitCode.FoundWanting)]
    [InlineData("clip_rat=1", ExitCode.Usage)]
    [InlineData("clip_rate=much", ExitCode.Usage)]
    public async Task A_named_threshold_decides_the_exit_code(string threshold, int expected)
    {
        (string recording, string contract) = Files();
        Invocation run = await Invocation.RunAsync("replay", recording, "--contract", contract, "--fail-on", threshold);

        Assert.Equal(expected, run.ExitCode);
        if (expected == ExitCode.FoundWanting)
        {
            Assert.StartsWith($"Found wanting: {threshold.Split('=')[0]} is ", run.LastOutputLine, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1000, 1000, 0)]
    [InlineData(10, 0.5, 1)]
    public async Task What_if_shows_what_another_contract_would_have_changed(double reach, double step, int sign)
    {
        (string recording, string contract) = Files();
        string other = _folder.Write("other.contract.yaml", SyntheticRecording.Contract(reach, step));
        Invocation run = await Invocation.RunAsync("replay", recording, "--contract", contract, "--what-if", other, "--json");
        JsonElement whatIf = run.Json.GetProperty("what_if");
        long first = Changed(run.Json.GetProperty("total"));
        long second = Changed(whatIf.GetProperty("total"));

        Assert.Equal(Changed((await Invocation.RunAsync("replay", recording, "--contract", other, "--json")).Json.GetProperty("total")), second);
        Assert.True(sign == 0 ? second == 0 : second > first, $"{first} steps changed, {second} with the other contract");
        Assert.Equal(sign == 0 ? first : 0, whatIf.GetProperty("only_first").GetInt64());
        Assert.Equal(second - first + whatIf.GetProperty("only_first").GetInt64(), whatIf.GetProperty("only_second").GetInt64());
        Assert.True(whatIf.GetProperty("largest_difference").GetDouble() > 0, "the commands are the same");
    }

    [Fact]
    public async Task What_if_matches_channels_by_name()
    {
        (string recording, string contract) = Files();
        string[] lines = SyntheticRecording.Contract().Split('\n');
        int pan = Array.FindIndex(lines, line => line.Contains("pan", StringComparison.Ordinal));
        (lines[pan], lines[pan + 1]) = (lines[pan + 1], lines[pan]);
        string swapped = _folder.Write("swapped.contract.yaml", string.Join('\n', lines));

        Invocation run = await Invocation.RunAsync("replay", recording, "--contract", contract, "--what-if", swapped, "--json");

        Assert.Equal(0, run.Json.GetProperty("what_if").GetProperty("different_steps").GetInt64());
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public async Task Human_output_fits_its_width(int width)
    {
        (string recording, string contract) = Files();
        string other = _folder.Write("other.contract.yaml", SyntheticRecording.Contract(10, 0.5));
        Invocation run = await Invocation.RunAsync(width, ["replay", recording, "--contract", contract, "--what-if", other]);

        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= width || !line.Contains(' ', StringComparison.Ordinal), line));
        Assert.DoesNotContain('\u001b', run.Output);
    }

    private static long Changed(JsonElement total) =>
        total.GetProperty("clipped").GetInt64() + total.GetProperty("held").GetInt64() + total.GetProperty("stopped").GetInt64();

    private (string Recording, string Contract) Files() =>
        (_folder.Write("demos.csv", SyntheticRecording.Csv(episodes: 3, steps: 40)), _folder.Write("bench.contract.yaml", SyntheticRecording.Contract()));
}
