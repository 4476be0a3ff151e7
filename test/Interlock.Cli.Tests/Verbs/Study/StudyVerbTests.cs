using System.Globalization;
using System.Text;
using System.Text.Json;
using Interlock.Core.Randomness;

namespace Interlock.Cli.Tests.Verbs.Study;

public sealed class StudyVerbTests
{
    [Fact]
    public async Task Machine_output_has_the_binding_names()
    {
        using TemporaryFolder folder = new();
        (int code, string output, _) = await RunAsync(80, "study", Summaries(folder), "--json");

        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement policy = document.RootElement.GetProperty("policies")[0];
        JsonElement monitor = policy.GetProperty("monitors")[0];
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(("lab", 40, 15), (policy.GetProperty("name").GetString(), policy.GetProperty("episodes").GetInt32(), policy.GetProperty("failures").GetInt32()));
        Assert.InRange(policy.GetProperty("length_auroc").GetDouble(), 0, 1);
        Assert.Equal("reversal_rate", monitor.GetProperty("name").GetString());
        Assert.InRange(monitor.GetProperty("auroc").GetDouble(), monitor.GetProperty("interval")[0].GetDouble(), monitor.GetProperty("interval")[1].GetDouble());
        Assert.InRange(monitor.GetProperty("length_controlled_auroc").GetDouble(), 0, 1);
        Assert.True(document.RootElement.GetProperty("warnings").GetArrayLength() > 0);
    }

    [Fact]
    public async Task One_seed_gives_identical_bytes()
    {
        using TemporaryFolder folder = new();
        string file = Summaries(folder);

        Assert.Equal(
            (await RunAsync(80, "study", file, "--json", "--seed", "5")).Output,
            (await RunAsync(80, "study", file, "--json", "--seed", "5")).Output);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public async Task Human_output_fits_its_width_in_plain_text(int width)
    {
        using TemporaryFolder folder = new();
        (_, string output, string error) = await RunAsync(width, "study", Summaries(folder), Conditions(folder));

        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.DoesNotContain('\u001b', output);
        Assert.Empty(error);
        Approved.Matches(string.Create(CultureInfo.InvariantCulture, $"study-{width}-columns"), output);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    public async Task Plots_fit_their_width_and_have_no_colour_in_a_pipe(int width)
    {
        using TemporaryFolder folder = new();
        (_, string output, _) = await RunAsync(width, "study", StepLogs(folder), "--plot", "--resamples", "100");

        string plots = output[output.IndexOf("AUROC: *", StringComparison.Ordinal)..output.IndexOf("WARNING", StringComparison.Ordinal)];
        Assert.All(plots.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.All(plots, letter => Assert.True(letter is '\n' or '\r' or (>= ' ' and < (char)127), $"character {(int)letter}"));
        Approved.Matches(string.Create(CultureInfo.InvariantCulture, $"study-plot-{width}-columns"), plots);
    }

    [Fact]
    public async Task Plots_say_that_detection_needs_step_logs()
    {
        using TemporaryFolder folder = new();
        (_, string output, _) = await RunAsync(60, "study", Summaries(folder), "--plot");

        Assert.Contains("reversal_rate", output[output.IndexOf("AUROC: *", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("that needs step logs", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_named_with_its_code_in_the_last_line()
    {
        (int code, _, string error) = await RunAsync(80, "study", "nowhere.json");

        Assert.Equal(ExitCode.FoundWanting, code);
        Assert.Contains("nowhere.json: DS200", error.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("study")]
    [InlineData("study", "x.json", "--resamples", "0")]
    [InlineData("study", "x.json", "--seed", "minus")]
    public async Task Wrong_usage_is_told_apart_from_wrong_data(params string[] arguments) =>
        Assert.Equal(ExitCode.Usage, (await RunAsync(80, arguments)).Code);

    [Fact]
    public async Task An_interrupted_study_prints_no_half_of_a_report()
    {
        using TemporaryFolder folder = new();
        string file = Summaries(folder);
        using CancellationTokenSource interrupted = new();
        await interrupted.CancelAsync();
        using StringWriter output = new();
        using StringWriter error = new();

        int code = await CommandLine.RunAsync(["study", file], Host(output, error, 80), interrupted.Token);

        Assert.Equal((ExitCode.Interrupted, string.Empty), (code, output.ToString()));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(int width, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await CommandLine.RunAsync(arguments, Host(output, error, width));
        return (code, output.ToString(), error.ToString());
    }

    private static VerbHost Host(TextWriter output, TextWriter error, int width) =>
        new() { Out = output, Error = error, Clock = TimeProvider.System, Width = width };

    private static string Summaries(TemporaryFolder folder)
    {
        SeededRandom random = new(21);
        StringBuilder text = new("{\"episodes\": [");
        for (int i = 0; i < 40; i++)
        {
            bool failed = i >= 25;
            int steps = failed ? 300 : 120 + random.NextInt(150);
            double reversals = Math.Round(0.4 + (failed ? 0.1 : 0) + (0.08 * random.NextNormal()), 4);
            double variation = Math.Round(steps * (10 + random.NextNormal()), 2);
            text.Append(i == 0 ? string.Empty : ",").AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $$$"""{"episode": {{{i}}}, "success": {{{(failed ? "false" : "true")}}}, "steps": {{{steps}}}, "reversal_rate": {{{reversals}}}, "atv": {{{variation}}}, "velocity_violations": {{{i % 3}}}, "momentum_summary": {"min_coherence": {{{-reversals}}}}}"""));
        }

        return folder.Write("lab_monitor_analysis.json", text.Append("]}").ToString());
    }

    // Successes of 30 to 59 steps; failures last longer and tremble from their middle on.
    private static string StepLogs(TemporaryFolder folder)
    {
        SeededRandom random = new(4);
        StringBuilder text = new();
        for (int episode = 0; episode < 50; episode++)
        {
            bool failed = episode >= 30;
            int steps = (failed ? 40 : 30) + random.NextInt(30);
            double weight = 0.1 * random.NextNormal();
            for (int step = 0; step < steps; step++)
            {
                double tremble = 0.3 + weight + (0.1 * random.NextNormal()) + (failed && step > 15 ? 0.4 : 0), wander = random.NextNormal();
                text.AppendLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $$$"""{"episode": {{{episode}}}, "step": {{{step}}}, "success": {{{(failed ? "false" : "true")}}}, "monitors": {"reversal_rate": {{{tremble:R}}}, "jerk": {{{wander:R}}}}}"""));
            }
        }

        return folder.Write("lab.jsonl", text.ToString());
    }

    private static string Conditions(TemporaryFolder folder)
    {
        string Episodes(int modulus) => string.Join(",", Enumerable.Range(0, 30).Select(seed =>
            $$"""{"success": {{(seed % modulus == 0 ? "false" : "true")}}, "seed": {{seed}}, "steps": 50, "violations": 2, "actions_modified": 1}"""));
        return folder.Write("loop.json", $$$"""{"episodes": {"no_contract": [{{{Episodes(3)}}}], "with_contract": [{{{Episodes(4)}}}]}}""");
    }
}
