using System.Text.Json;
using Interlock.ExecSpec.Files;

namespace Interlock.Cli.Tests.Verbs.Check;

public sealed class CheckVerbTests
{
    private const string Libero = "data/stats/libero_openvla.dataset_statistics.json";
    private static readonly string[] Scale = ["--translation-m", "0.05", "--rotation-rad", "0.5", "--rate-hz", "20"];

    [SharedFact(Libero)]
    public async Task The_published_statistics_give_the_known_siblings()
    {
        Invocation run = await Invocation.RunAsync(["check", SharedFiles.PathOf(Libero), "--key", "libero_goal", "--json", .. Scale]);

        JsonElement[] siblings = [.. run.Json.GetProperty("siblings").EnumerateArray()];
        Assert.Equal((ExitCode.Ok, string.Empty), (run.ExitCode, run.Errors));
        AssertSibling(siblings[0], "libero_object", 0.2327, 0.4781, 163.0, 0.95);
        AssertSibling(siblings[1], "libero_spatial", 0.1995, 0.3545, 77.4, 1.14);
        AssertSibling(siblings[2], "libero_10", 0.1679, 0.3188, 105.8, 1.17);
        Assert.All(siblings, sibling => Assert.Equal(0, sibling.GetProperty("range_visible").GetDouble()));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_by_name_in_text_and_in_JSON()
    {
        using TemporaryFolder folder = new();
        Invocation run = await Invocation.RunAsync("check", Statistics(folder), "--key", "libero_gaol", "--json");

        Assert.Equal(ExitCode.FoundWanting, run.ExitCode);
        Assert.False(run.Json.GetProperty("valid").GetBoolean());
        Assert.Contains("nearest is 'libero_goal'", run.LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_command_repeats_what_was_stated()
    {
        using TemporaryFolder folder = new();
        string file = Statistics(folder);

        Invocation run = await Invocation.RunAsync(["check", file, "--key", "libero_goal", .. Scale]);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal($"  interlock spec import {file} --key libero_goal --translation-m 0.05 --rotation-rad 0.5 --rate-hz 20 --output libero_goal.execspec.json", run.LastOutputLine);
        Assert.Contains("163 mm/s", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_specification_file_gives_the_numbers_of_the_source_it_came_from()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("goal.execspec.json");
        using (FileStream stream = File.Create(file))
        {
            SpecFile.Write(CheckSamples.Scaled.Spec, stream);
        }

        Invocation run = await Invocation.RunAsync("check", file, "--json");
        Invocation other = await Invocation.RunAsync("check", file, "--key", "libero_10");

        Assert.Equal((ExitCode.Ok, string.Empty), (run.ExitCode, run.Errors));
        AssertSibling(run.Json.GetProperty("siblings")[1], "libero_spatial", 0.1995, 0.3545, 77.4, 1.14);
        Assert.Equal(CheckSamples.Scaled.Fingerprint, run.Json.GetProperty("fingerprint").GetString());
        Assert.Equal(ExitCode.FoundWanting, other.ExitCode);
        Assert.Contains("no entry 'libero_10'", other.LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_specification_file_states_itself_cannot_be_stated_beside_it()
    {
        Invocation run = await Invocation.RunAsync("check", "arm.execspec.json", "--rate-hz", "20");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--rate-hz has no meaning here", run.Errors, StringComparison.Ordinal);
    }

    private static string Statistics(TemporaryFolder folder) => folder.Write("dataset_statistics.json", LiberoStatistics.Json);

    private static void AssertSibling(JsonElement sibling, string key, double mean, double worst, double mmPerS, double radPerS)
    {
        Assert.Equal(key, sibling.GetProperty("key").GetString());
        Assert.Equal(mean, sibling.GetProperty("drift_mean_abs").GetDouble(), 1e-4);
        Assert.Equal(worst, sibling.GetProperty("drift_worst").GetDouble(), 1e-4);
        Assert.Equal(mmPerS, sibling.GetProperty("null_mm_per_s").GetDouble(), 0.051);
        Assert.Equal(radPerS, sibling.GetProperty("null_rad_per_s").GetDouble(), 5.1e-3);
    }
}
