using System.Text.Json;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;

namespace Interlock.Cli.Tests.Verbs.Calibrate;

/// <summary>What <c>calibrate</c> promises on recorded demonstrations, and whether it holds.</summary>
public sealed class RealDataCalibrationTests : IDisposable
{
    private const double Relative = 1e-6;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedTheory("data/pusht")]
    [InlineData("pusht", 2, 0, 0)]
    [InlineData("so101-record-test", 6, 0, 0)]
    [InlineData("so101-leader-piper", 6, 0, 0)]
    [InlineData("groot-gr1-44d", 44, 25, 5)]
    [InlineData("aloha-sim-transfer-cube", 7, 0, 0)]
    public async Task Step_limits_are_the_99th_percentile_within_episodes(string dataset, int channels, int constant, int bimodal)
    {
        double?[] expected = StepPercentile.Of(SharedFiles.PathOf($"data/{dataset}"));
        JsonElement[] reported = [.. (await Calibrate(dataset)).Json.GetProperty("channels").EnumerateArray()];
        SafetyContract contract = ContractFile.Load(_folder.PathOf($"{dataset}.contract.yaml"));

        Assert.Equal((channels, channels), (expected.Length, reported.Length));
        Assert.Equal((constant, bimodal), (reported.Count(IsKind("constant")), reported.Count(IsKind("bimodal"))));
        for (int i = 0; i < channels; i++)
        {
            string name = reported[i].GetProperty("name").GetString()!;
            JsonElement step = reported[i].GetProperty("max_step");
            Assert.Equal(expected[i] is null, IsKind("constant")(reported[i]));
            Assert.Equal(expected[i] is null, step.ValueKind == JsonValueKind.Null);
            AssertClose(expected[i], step.ValueKind == JsonValueKind.Null ? null : step.GetDouble(), name);
            AssertClose(expected[i], contract.Channels[i].MaxStep, name);
        }
    }

    [SharedTheory("data/pusht")]
    [InlineData("pusht")]
    [InlineData("so101-record-test")]
    [InlineData("so101-leader-piper")]
    [InlineData("groot-gr1-44d")]
    [InlineData("aloha-sim-transfer-cube")]
    public async Task Held_out_coverage_is_printed_for_people_and_for_machines(string dataset)
    {
        Invocation text = await Invocation.RunAsync("calibrate", SharedFiles.PathOf($"data/{dataset}"), "-o", _folder.PathOf(dataset));
        JsonElement json = (await Calibrate(dataset)).Json;
        JsonElement holdout = json.GetProperty("holdout");
        double coverage = holdout.GetProperty("coverage").GetDouble();

        Assert.Contains($"held-out coverage: {coverage:P1} [", text.Output, StringComparison.Ordinal);
        Assert.InRange(coverage, holdout.GetProperty("interval")[0].GetDouble(), holdout.GetProperty("interval")[1].GetDouble());
        Assert.InRange(holdout.GetProperty("velocity_exceedance").GetDouble(), 0, 1);
        Assert.Equal(("step", 0.05), (json.GetProperty("guarantee").GetString(), json.GetProperty("alpha").GetDouble()));
        JsonElement episodes = json.GetProperty("episodes");
        Assert.All(["fit", "calibration", "holdout"], part => Assert.True(episodes.GetProperty(part).GetInt32() > 0, part));
        string[] names = ["name", "unit", "min", "max", "max_step"];
        Assert.Equal(names, json.GetProperty("channels")[0].EnumerateObject().Select(property => property.Name).Take(names.Length));
    }

    [SharedTheory("data/pusht")]
    [InlineData("pusht")]
    [InlineData("so101-leader-piper")]
    [InlineData("aloha-sim-transfer-cube")]
    public async Task Replay_of_the_held_out_episodes_clips_no_more_than_claimed(string dataset)
    {
        JsonElement holdout = (await Calibrate(dataset)).Json.GetProperty("holdout");
        using JsonDocument calibration = JsonDocument.Parse(File.ReadAllText(_folder.PathOf($"{dataset}.calibration.json")));
        string[] episodes = [.. calibration.RootElement.GetProperty("provenance").GetProperty("holdout_episodes").EnumerateArray().Select(item => item.ToString())];

        Invocation run = await Invocation.RunAsync(
            ["replay", SharedFiles.PathOf($"data/{dataset}"), "--contract", _folder.PathOf($"{dataset}.contract.yaml"), "--jsonl", "--episodes", .. episodes]);
        double[] outsideOfEpisode =
            [.. run.JsonLines.GroupBy(step => step.GetProperty("episode").GetInt32()).Select(steps => steps.Average(step => HasCode(step, "GD110") ? 1.0 : 0))];
        double outside = outsideOfEpisode.Average();

        Assert.Equal(episodes.Length, outsideOfEpisode.Length);
        Assert.True(outside <= 0.05, $"{outside:P2} of the held-out steps left the bounds, 5 % is claimed");
        Assert.Equal(1 - holdout.GetProperty("coverage").GetDouble(), outside, 1e-9);
    }

    [SharedFact("data/pusht")]
    public async Task One_seed_gives_identical_bytes_of_both_files_and_another_seed_does_not()
    {
        string[] first = await Files("1", "first");
        string[] again = await Files("1", "again");
        string[] other = await Files("2", "other");

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    private async Task<string[]> Files(string seed, string place)
    {
        string output = _folder.PathOf($"{place}/arm");
        await Invocation.RunAsync("calibrate", SharedFiles.PathOf("data/so101-leader-piper"), "-o", output, "--seed", seed);
        return [File.ReadAllText($"{output}.contract.yaml"), File.ReadAllText($"{output}.calibration.json")];
    }

    private async Task<Invocation> Calibrate(string dataset)
    {
        Invocation run = await Invocation.RunAsync("calibrate", SharedFiles.PathOf($"data/{dataset}"), "-o", _folder.PathOf(dataset), "--json");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        return run;
    }

    private static bool HasCode(JsonElement step, string code) =>
        step.GetProperty("interventions").EnumerateArray().Any(item => item.GetProperty("code").GetString() == code);

    private static Func<JsonElement, bool> IsKind(string kind) => channel => channel.GetProperty("kind").GetString() == kind;

    private static void AssertClose(double? expected, double? actual, string channel) => Assert.True(
        expected is null ? actual is null : Math.Abs(actual!.Value - expected.Value) <= Relative * expected.Value,
        $"{channel}: {actual} against {expected}");
}
