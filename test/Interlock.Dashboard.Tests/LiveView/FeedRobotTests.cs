using System.Net.Http.Json;
using System.Text.Json;
using Interlock.Core.Observations;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Steps;
using Interlock.Runtime.Supervision;

namespace Interlock.Dashboard.Tests.LiveView;

public sealed class FeedRobotTests
{
    private const int GuardedShoulder = 4;

    [Fact]
    public async Task A_browser_learns_of_the_run_and_gets_its_numbers()
    {
        await using LiveViewRig rig = await LiveViewRig.StartAsync();
        using FlightRecorder recorder = rig.Record();
        using TestBrowser browser = await rig.BrowseAsync();

        JsonElement hello = await browser.TextAsync("hello", hello => hello.GetProperty("signals")[GuardedShoulder].GetProperty("max").ValueKind == JsonValueKind.Number);
        LiveViewRig.Step(recorder, 10, 42.5);

        JsonElement shoulder = hello.GetProperty("signals")[GuardedShoulder];
        Assert.Equal(("guarded/shoulder", "deg", 95.0, 0), (shoulder.GetProperty("key").GetString(), shoulder.GetProperty("unit").GetString(), shoulder.GetProperty("max").GetDouble(), shoulder.GetProperty("color").GetInt32()));
        Assert.Equal("stack the cups", hello.GetProperty("session").GetProperty("task").GetString());
        Assert.Equal(0.01, await browser.FrameAsync(GuardedShoulder, low => low == 42.5f), 9);
    }

    [Fact]
    public async Task A_calibrated_run_tells_where_its_alarms_begin()
    {
        await using LiveViewRig rig = await LiveViewRig.StartAsync();
        using FlightRecorder recorder = rig.Record();
        recorder.Attach("arm.calibration.json", "application/json", System.Text.Encoding.UTF8.GetBytes(Series.CalibrationSample.Text("shoulder", "elbow")));
        recorder.Pump();
        using TestBrowser browser = await rig.BrowseAsync();

        JsonElement hello = await browser.TextAsync("hello", hello => Monitor(hello).GetProperty("band").ValueKind == JsonValueKind.Object);
        LiveViewRig.Step(recorder, 10, 1);
        LiveViewRig.Step(recorder, 20, 1, source: 1);
        JsonElement status = await browser.TextAsync("status", status => status.GetProperty("band_zero_t").ValueKind == JsonValueKind.Number);

        Assert.Equal([2.5, 2.75], Monitor(hello).GetProperty("band").GetProperty("limit").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal(0.02, status.GetProperty("band_zero_t").GetDouble(), 9);
        using TestBrowser late = await rig.BrowseAsync();
        JsonElement run = Assert.Single(Monitor(await late.TextAsync("hello")).GetProperty("band").GetProperty("runs").EnumerateArray());
        Assert.Equal(0.02, run.GetProperty("zero_t").GetDouble(), 9);

        static JsonElement Monitor(JsonElement hello) => hello.GetProperty("signals").EnumerateArray().Single(signal => signal.GetProperty("key").GetString() == "monitor/stall");
    }

    [Fact]
    public async Task Who_comes_late_sees_what_was()
    {
        await using LiveViewRig rig = await LiveViewRig.StartAsync();
        using FlightRecorder recorder = rig.Record();
        using TestBrowser first = await rig.BrowseAsync();
        await first.TextAsync("hello");
        LiveViewRig.Step(recorder, 100, 1);
        // Heard before the next: who subscribes late gets the newest only.
        await first.FrameAsync(GuardedShoulder, low => low == 1);
        LiveViewRig.Step(recorder, 5000, 2);
        recorder.TryEvent(new FlightEvent { Tick = 5000, MonotonicNs = 5_000_000_000, Kind = FlightEventKind.Intervention, Code = FlightCode.Of("GD020"), Channel = 0, Value = 99, Limit = 95 });
        recorder.Pump();
        await first.TextAsync("event");

        using TestBrowser late = await rig.BrowseAsync();

        JsonElement told = Assert.Single((await late.TextAsync("hello")).GetProperty("events").EnumerateArray());
        Assert.Equal("the guard changed the action on shoulder: 99, limit 95 (GD020)", told.GetProperty("text").GetString());
        Assert.Equal(("warning", "deg"), (told.GetProperty("severity").GetString(), told.GetProperty("unit").GetString()));
        Assert.Equal(0.1, await late.FrameAsync(GuardedShoulder, low => low == 1), 9);
    }

    [Fact]
    public async Task The_question_has_the_answers_that_the_supervisor_takes()
    {
        await using LiveViewRig rig = await LiveViewRig.StartAsync();
        rig.Session.Now = rig.Session.Now with { State = SupervisorState.AwaitingHuman, Question = "Go on?", Can = ["answer_go_on", "answer_give_up", "stop"] };
        using FlightRecorder recorder = rig.Record();
        using TestBrowser browser = await rig.BrowseAsync();

        JsonElement question = (await browser.TextAsync("status")).GetProperty("question");

        Assert.Equal("Go on?", question.GetProperty("text").GetString());
        Assert.Equal(["answer_go_on", "answer_give_up"], question.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("command").GetString()));
    }

    [Fact]
    public async Task A_short_clip_between_two_status_messages_is_told()
    {
        await using LiveViewRig rig = await LiveViewRig.StartAsync();
        using FlightRecorder recorder = rig.Record();
        using TestBrowser browser = await rig.BrowseAsync();
        LiveViewRig.Step(recorder, 1, 0);
        await browser.TextAsync("status", status => status.GetProperty("verdict").GetString() == "pass");

        LiveViewRig.Step(recorder, 2, 0, verdict: 1);
        LiveViewRig.Step(recorder, 3, 0);

        await browser.TextAsync("status", status => status.GetProperty("verdict").GetString() == "clip");
        await browser.TextAsync("status", status => status.GetProperty("verdict").GetString() == "pass");
    }

    [Fact]
    public async Task A_command_goes_to_the_supervisor_and_its_answer_comes_back()
    {
        await using LiveViewRig rig = await LiveViewRig.StartAsync();
        using FlightRecorder recorder = rig.Record();
        using TestBrowser browser = await rig.BrowseAsync();
        await browser.TextAsync("status");

        JsonElement paused = await CommandAsync(rig, "pause"), armed = await CommandAsync(rig, "arm");

        Assert.Equal((true, "holding"), (paused.GetProperty("accepted").GetBoolean(), paused.GetProperty("state").GetString()));
        Assert.False(armed.GetProperty("accepted").GetBoolean());
        Assert.Equal([OperatorCommand.Pause, OperatorCommand.Arm], rig.Session.Posted);
    }

    [Fact]
    public async Task Without_the_operators_token_of_the_feed_nothing_is_commanded()
    {
        await using LiveViewRig rig = await LiveViewRig.StartAsync(canCommand: false);
        using FlightRecorder recorder = rig.Record();
        using TestBrowser browser = await rig.BrowseAsync();
        await browser.TextAsync("status");

        Assert.False((await CommandAsync(rig, "pause")).GetProperty("accepted").GetBoolean());
        Assert.Empty(rig.Session.Posted);
    }

    [Fact]
    public async Task When_the_feed_goes_the_browser_is_told_and_commands_are_not_accepted()
    {
        await using LiveViewRig rig = await LiveViewRig.StartAsync();
        using FlightRecorder recorder = rig.Record();
        using TestBrowser browser = await rig.BrowseAsync();
        await browser.TextAsync("status");

        rig.Feed.Dispose();

        Assert.NotEmpty((await browser.TextAsync("lost")).GetProperty("reason").GetString()!);
        Assert.False((await CommandAsync(rig, "pause")).GetProperty("accepted").GetBoolean());
    }

    [Fact]
    public async Task Another_run_begins_anew()
    {
        await using LiveViewRig rig = await LiveViewRig.StartAsync();
        using TestBrowser browser = await rig.BrowseAsync();
        using (FlightRecorder first = rig.Record())
        {
            LiveViewRig.Step(first, 1, 1);
            await browser.TextAsync("hello", hello => hello.GetProperty("id").GetString() == "run-1");
        }

        using FlightRecorder second = rig.Record("run-2");
        LiveViewRig.Step(second, 1, 3);

        await browser.TextAsync("hello", hello => hello.GetProperty("id").GetString() == "run-2");
        await browser.FrameAsync(GuardedShoulder, low => low == 3);
    }

    [Fact]
    public async Task A_picture_is_fetched_as_a_png()
    {
        await using LiveViewRig rig = await LiveViewRig.StartAsync();
        using FlightRecorder recorder = rig.Record();
        using TestBrowser browser = await rig.BrowseAsync();
        await browser.TextAsync("status");
        recorder.RecordImage(new CameraImage { Camera = "wrist", WidthPx = 2, HeightPx = 1, Encoding = ImageEncoding.Rgb8, Data = new byte[] { 1, 2, 3, 4, 5, 6 }, TimestampNs = 7_000_000, Sequence = 1 });
        recorder.Pump();

        string url = (await browser.TextAsync("image")).GetProperty("url").GetString()!;
        using HttpClient client = new() { BaseAddress = rig.Server.Address };
        byte[] file = await client.GetByteArrayAsync(new Uri(url, UriKind.Relative));

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], file[..4]);
    }

    private static async Task<JsonElement> CommandAsync(LiveViewRig rig, string command)
    {
        using HttpClient client = new() { BaseAddress = rig.Server.Address };
        client.DefaultRequestHeaders.Add("X-Interlock", "1");
        using HttpResponseMessage answer = await client.PostAsJsonAsync(new Uri("/api/live/command", UriKind.Relative), new { command, confirm = true });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
