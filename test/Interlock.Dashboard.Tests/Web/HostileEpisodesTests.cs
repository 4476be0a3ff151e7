using System.Net;
using Interlock.Core.Randomness;
using Interlock.Dashboard.Tests.Series;
using Interlock.Dashboard.Web;

namespace Interlock.Dashboard.Tests.Web;

/// <summary>A folder of recordings that somebody changed: every place answers or says what is wrong, and the others go on.</summary>
public sealed class HostileEpisodesTests
{
    private const int Files = 60;

    [Fact]
    public async Task Every_place_of_every_changed_recording_answers_or_says_what_is_wrong()
    {
        using TemporaryFolder folder = new();
        byte[][] files = [HostileRecording.Whole(), new McapSurgeon(HostileRecording.Whole()).Bytes];
        for (int file = 0; file < Files; file++)
        {
            folder.Write($"{file}.mcap", HostileRecording.Mutated(files[file % 2], new SeededRandom((ulong)(1000 + file))));
        }

        folder.Write("whole.mcap", files[0]);
        await using DashboardServer server = await DashboardServer.StartAsync(new DashboardOptions { Folder = folder.Root }, TimeProvider.System);
        using HttpClient client = new();
        Dictionary<HttpStatusCode, int> answers = [];
        foreach (Route route in Route.Of(server).Where(route => route.HasParameter && !route.ChangesSomething))
        {
            for (int file = 0; file < Files; file++)
            {
                using HttpRequestMessage request = route.Question(server, $"{file}.mcap");
                using HttpResponseMessage answer = await client.SendAsync(request);
                answers[answer.StatusCode] = answers.GetValueOrDefault(answer.StatusCode) + 1;
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity, $"{route} of {file}: {answer.StatusCode}");
            }
        }

        Assert.True(answers[HttpStatusCode.OK] > Files && answers.ContainsKey(HttpStatusCode.UnprocessableEntity), string.Join(", ", answers));
        string list = await client.GetStringAsync(new Uri(server.Address, "/api/episodes"));
        Assert.Contains("\"whole.mcap\"", list, StringComparison.Ordinal);
    }
}
