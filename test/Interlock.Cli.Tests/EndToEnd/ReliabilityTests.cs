using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Interlock.Dashboard.Web;
using Interlock.TestSupport;

namespace Interlock.Cli.Tests.EndToEnd;

/// <summary>From runs of the simulated arm, whose scripted policy answers in overlapping chunks, to the reliability of its confidence.</summary>
public sealed class ReliabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Judged_runs_of_the_arm_show_what_their_confidence_was_worth()
    {
        await RecordAsync(1);
        await RecordAsync(2);
        await RecordAsync(3);
        await using DashboardServer server = await DashboardServer.StartAsync(new DashboardOptions { Folder = _folder.Root }, TimeProvider.System);
        using HttpClient browser = new() { BaseAddress = server.Address };
        JsonElement before = await ReliabilityAsync(browser);
        Assert.Equal(3, before.GetProperty("episodes").GetInt32());

        await JudgeAsync(browser, "run-1.mcap", "success");
        await JudgeAsync(browser, "run-2.mcap", "success");
        await JudgeAsync(browser, "run-3.mcap", "failure");
        JsonElement found = await ReliabilityAsync(browser);

        Assert.Equal((3, 3), (found.GetProperty("judged").GetInt32(), found.GetProperty("with_confidence").GetInt32()));
        JsonElement[] bins = [.. found.GetProperty("bins").EnumerateArray()];
        Assert.Equal(2, bins.Sum(bin => bin.GetProperty("good").GetInt32()));
        Assert.Equal(3, bins.Sum(bin => bin.GetProperty("n").GetInt32()));
        Assert.All(bins, bin => Assert.InRange(bin.GetProperty("good").GetDouble() / bin.GetProperty("n").GetInt32(), bin.GetProperty("low").GetDouble(), bin.GetProperty("high").GetDouble()));
        Assert.Equal(JsonValueKind.Null, found.GetProperty("missing").ValueKind);
    }

    private async Task RecordAsync(int seed)
    {
        Invocation run = await Invocation.RunAsync(
            "run", Path.Combine(SharedFiles.RepositoryRoot, "examples", "run", "table-arm.run.yaml"), "--virtual-time", "--json",
            "--set", string.Create(CultureInfo.InvariantCulture, $"recording.path={_folder.PathOf($"run-{seed}.mcap")}"), "--set", "run.duration_s=3", "--set", "recording.images=false", "--set", string.Create(CultureInfo.InvariantCulture, $"run.seed={seed}"));
        Assert.True(run.ExitCode == ExitCode.Ok, run.Errors + run.Output);
    }

    private static async Task JudgeAsync(HttpClient browser, string id, string outcome)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"/api/episodes/{id}/notes", UriKind.Relative)) { Content = JsonContent.Create(new { tags = Array.Empty<string>(), note = (string?)null, outcome }) };
        request.Headers.Add("X-Interlock", "1");
        using HttpResponseMessage answer = await browser.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonElement> ReliabilityAsync(HttpClient browser) => await browser.GetFromJsonAsync<JsonElement>(new Uri("/api/reliability", UriKind.Relative));
}
