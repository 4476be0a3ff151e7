using System.Net.Http.Json;
using System.Text.Json;
using Interlock.Dashboard.Web;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Dashboard.Tests.Web;

public sealed class ReliabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Recordings_are_put_into_bins_by_their_lowest_confidence()
    {
        Record("a", 0.95, true);
        Record("b", 0.85, true);
        Record("c", 1.0, false);
        Record("d", 0.1, false);
        Record("silent", null, true);
        Record("unjudged", 0.5, null);
        JsonElement found = await AskAsync();
        Assert.Equal([6, 5, 5, 4], new[] { "episodes", "judged", "read", "with_confidence" }.Select(name => found.GetProperty(name).GetInt32()));
        Assert.Equal(
            [(0.0, 0.2, 0, 1), (0.8, 1.0, 2, 3)],
            found.GetProperty("bins").EnumerateArray().Select(bin => (bin.GetProperty("from").GetDouble(), bin.GetProperty("to").GetDouble(), bin.GetProperty("good").GetInt32(), bin.GetProperty("n").GetInt32())));
        Assert.Equal(JsonValueKind.Null, found.GetProperty("missing").ValueKind);
    }

    [Fact]
    public async Task What_is_missing_is_said()
    {
        Assert.Equal("There is no recording in this folder.", await MissingAsync());
        Record("unjudged", 0.5, null);
        Assert.StartsWith("The recording of this folder is not judged: say on a recording's page", await MissingAsync(), StringComparison.Ordinal);
        Record("silent", null, true);
        Assert.StartsWith("The judged recording does not have a confidence: the policy has to answer", await MissingAsync(), StringComparison.Ordinal);
        Record("good", 0.9, true);
        Assert.StartsWith("Every one of them succeeded", await MissingAsync(), StringComparison.Ordinal);
    }

    private async Task<string?> MissingAsync() => (await AskAsync()).GetProperty("missing").GetString();

    private async Task<JsonElement> AskAsync()
    {
        await using DashboardServer server = await DashboardServer.StartAsync(new DashboardOptions { Folder = _folder.Root }, TimeProvider.System);
        using HttpClient browser = new() { BaseAddress = server.Address };
        return await browser.GetFromJsonAsync<JsonElement>(new Uri("/api/reliability", UriKind.Relative));
    }

    private void Record(string name, double? lowest, bool? success)
    {
        using FlightRecorder recorder = FlightRecorder.Start(
            new FlightRecorderOptions { Path = _folder.PathOf($"{name}.mcap"), OwnThread = false }, FlightSample.Layout, FlightSample.Session, TimeProvider.System);
        recorder.SetOutcome(success, "over");
        for (int tick = 0; tick < 20; tick++)
        {
            FlightSample.Fill(recorder.Frame, tick);
            recorder.Frame.Confidence = lowest is null || tick == 0 ? null : tick == 10 ? lowest : 1;
            recorder.Commit();
            recorder.Pump();
        }
    }
}
