using System.Net.Http.Json;
using System.Text.Json;
using Interlock.Recording.Flight;
using Interlock.Runtime.Live;

namespace Interlock.Dashboard.Tests.LiveView;

public sealed class ProxyViewTests
{
    private const int GuardedShoulder = 4;

    [Fact]
    public async Task A_client_of_a_proxy_is_seen_with_its_limits_and_its_rows_one_period_apart()
    {
        await using ProxyViewRig rig = await ProxyViewRig.StartAsync();
        using TestBrowser browser = await rig.BrowseAsync();
        rig.Sessions = [new LiveProxySession("session-1", "127.0.0.1:5#1", null)];
        using FlightRecorder recorder = rig.Connect(1);
        ProxyViewRig.Reply(recorder, 0, 1, [1, 2, 3]);

        JsonElement hello = await browser.TextAsync("hello", hello => hello.GetProperty("signals")[GuardedShoulder].GetProperty("max").ValueKind == JsonValueKind.Number);
        ProxyViewRig.Reply(recorder, 3, 2, [4, 5, 6]);

        Assert.Equal(("proxy", "session-1", 95.0), (hello.GetProperty("kind").GetString(), hello.GetProperty("proxy_session").GetString(), hello.GetProperty("signals")[GuardedShoulder].GetProperty("max").GetDouble()));
        Assert.Equal(2.2, await browser.FrameAsync(GuardedShoulder, low => low == 6), 9);
    }

    [Fact]
    public async Task A_newer_reply_replaces_what_it_overtakes()
    {
        await using ProxyViewRig rig = await ProxyViewRig.StartAsync();
        using FlightRecorder recorder = rig.Connect(1);
        using TestBrowser browser = await rig.BrowseAsync();
        ProxyViewRig.Reply(recorder, 0, 0, [0]);
        await browser.FrameAsync(GuardedShoulder, low => low == 0);
        ProxyViewRig.Reply(recorder, 1, 1, [1, 2, 3, 4, 5]);
        Assert.Equal(1.4, await browser.FrameAsync(GuardedShoulder, low => low == 5), 9);

        ProxyViewRig.Reply(recorder, 6, 1.2, [7]);

        Assert.Equal(1.2, await browser.FrameAsync(GuardedShoulder, low => low == 7), 9);
        using TestBrowser late = await rig.BrowseAsync();
        ProxyViewRig.Reply(recorder, 7, 1.3, [8]);
        Assert.Equal(1.3, await late.FrameAsync(GuardedShoulder, low => low is 5 or 8), 9);
    }

    [Fact]
    public async Task Each_client_is_chosen_by_its_session_and_the_stopped_one_says_why()
    {
        await using ProxyViewRig rig = await ProxyViewRig.StartAsync();
        rig.Sessions = [new LiveProxySession("session-1", "127.0.0.1:5#1", "GD104"), new LiveProxySession("session-2", "127.0.0.1:6#2", null)];
        using FlightRecorder first = rig.Connect(1), second = rig.Connect(2);
        ProxyViewRig.Reply(first, 0, 1, [1]);
        ProxyViewRig.Reply(second, 0, 1, [2]);
        using TestBrowser browser = await rig.BrowseAsync("session-1");

        JsonElement proxy = await browser.TextAsync("proxy", told => told.GetProperty("sessions").EnumerateArray().Count(session => session.GetProperty("is_known").GetBoolean()) == 2);
        JsonElement status = await browser.TextAsync("status");

        Assert.Equal(["127.0.0.1:5#1", "127.0.0.1:6#2"], proxy.GetProperty("sessions").EnumerateArray().Select(session => session.GetProperty("client").GetString()));
        Assert.Equal(6, proxy.GetProperty("counts").GetProperty("rows").GetDouble());
        Assert.Equal("stopped", status.GetProperty("state").GetString());
        Assert.StartsWith("GD104 stopped this client", status.GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verdict_is_the_strongest_of_the_reply_and_every_signal_has_an_age()
    {
        await using ProxyViewRig rig = await ProxyViewRig.StartAsync();
        using FlightRecorder recorder = rig.Connect(1);
        ProxyViewRig.Reply(recorder, 0, 0, [0]);
        using TestBrowser browser = await rig.BrowseAsync();
        await browser.FrameAsync(GuardedShoulder, low => low == 0);
        ProxyViewRig.Reply(recorder, 1, 1, [1, 2], verdict: 1);

        JsonElement status = await browser.TextAsync("status", status => status.GetProperty("verdict").GetString() == "clip" && status.GetProperty("t").GetDouble() == 1);

        Assert.Equal("guarding", status.GetProperty("state").GetString());
        Assert.True(status.GetProperty("ages_ms").TryGetProperty("guarded", out _));
    }

    [Fact]
    public async Task When_a_client_goes_its_page_says_so()
    {
        await using ProxyViewRig rig = await ProxyViewRig.StartAsync();
        FlightRecorder recorder = rig.Connect(1);
        ProxyViewRig.Reply(recorder, 0, 0, [0]);
        using TestBrowser browser = await rig.BrowseAsync();
        await browser.TextAsync("hello");

        recorder.Dispose();

        await browser.TextAsync("lost", lost => lost.GetProperty("reason").GetString() == "this client's session is over");
    }

    [Fact]
    public async Task Nothing_is_commanded_and_the_sentence_says_what_can_be_done()
    {
        await using ProxyViewRig rig = await ProxyViewRig.StartAsync();
        using FlightRecorder recorder = rig.Connect(1);
        ProxyViewRig.Reply(recorder, 0, 0, [0]);
        using TestBrowser browser = await rig.BrowseAsync();
        await browser.TextAsync("hello");

        using HttpClient client = new() { BaseAddress = rig.Address };
        client.DefaultRequestHeaders.Add("X-Interlock", "1");
        using HttpResponseMessage response = await client.PostAsJsonAsync(new Uri("/api/live/command", UriKind.Relative), new { command = "stop" });
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.False(answer.GetProperty("accepted").GetBoolean());
        Assert.Contains("a proxy has no robot to stop", answer.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }
}
