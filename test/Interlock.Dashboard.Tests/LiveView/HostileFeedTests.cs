using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Interlock.Core.Randomness;
using Interlock.Dashboard.LiveView;
using Interlock.Dashboard.Web;

namespace Interlock.Dashboard.Tests.LiveView;

public sealed class HostileFeedTests
{
    private const int GuardedA = 1 + 2;
    private const string Info = """
        {"op":"serverInfo","name":"x","capabilities":[],"metadata":{"run.format":"interlock.flight/1","run.run_id":"r","run.start_monotonic_ns":"0","run.start_utc_ns":"0",
        "run.rate_hz":"100","run.policy_dimension":"1","run.channels":"[\"a\",\"b\"]","run.units":"[\"rad\",\"rad\"]","run.monitors":"[]","run.cameras":"[]","run.verdicts":"[\"pass\"]",
        "run.supervisor_states":"[\"running\"]","run.action_sources":"[\"policy\"]"}}
        """;

    private const string Channels = """{"op":"advertise","channels":[{"id":1,"topic":"/guard/command"},{"id":2,"topic":"/guard/events"},{"id":3,"topic":"/interlock/status"}]}""";

    [Fact]
    public async Task Nonsense_between_good_messages_is_passed_over()
    {
        SeededRandom random = new(3);
        object[] nonsense =
        [
            "", "[]", "{}", "nonsense", """{"op":7}""", """{"op":"advertise","channels":3}""", """{"op":"unadvertise","channelIds":[99,"x"]}""", """{"op":"serviceCallFailure","callId":-1}""",
            Array.Empty<byte>(), new byte[] { 1 }, new byte[] { 1, 1, 0, 0, 0 }, new byte[] { 3, 255, 255, 255, 255, 0, 0, 0, 0, 255, 255, 255, 255 }, new byte[] { 4, 1, 0, 0, 0, 0, 255, 255, 255, 255 },
            Data(1, 1, "{"), Data(1, 1, """{"tick":1,"values":[1]}"""), Data(1, 1, """{"tick":1,"values":[1,2,3]}"""), Data(1, 1, """{"values":"x"}"""), Data(1, 1, """{"values":[[1],{}]}"""),
            Data(2, 1, """{"kind":5}"""), Data(3, 1, """{"state":null}"""), Data(77, 1, "{}"), Data(1, ulong.MaxValue, """{"values":[5,5]}"""),
            Data(1, 1, string.Concat(Enumerable.Repeat("{\"values\":", 200))),
            .. Enumerable.Range(0, 40).Select(_ => (object)Enumerable.Range(0, 60).Select(_ => (byte)(random.NextBits() & 255)).ToArray()),
        ];
        await using HostileFeed feed = await HostileFeed.StartAsync([Info, Channels, .. nonsense, Data(1, 20_000_000, """{"tick":2,"values":["NaN",3.5]}"""), Data(3, 1, """{"state":"running"}""")]);
        await using DashboardServer server = await ServerAsync(feed);
        using TestBrowser browser = await TestBrowser.OpenAsync(server.Address);

        await browser.TextAsync("hello");

        Assert.Equal(0.02, await browser.FrameAsync(GuardedA + 1, low => low == 3.5f), 9);
    }

    [Fact]
    public async Task Too_much_nonsense_ends_the_connection_and_another_is_made()
    {
        await using HostileFeed feed = await HostileFeed.StartAsync([Info, Channels, .. Enumerable.Repeat((object)"nonsense", 200)]);
        await using DashboardServer server = await ServerAsync(feed);
        using TestBrowser browser = await TestBrowser.OpenAsync(server.Address);

        await browser.TextAsync("lost", lost => lost.GetProperty("reason").GetString()!.Contains("cannot be understood", StringComparison.Ordinal));

        await feed.ConnectedAsync();
        await feed.ConnectedAsync();
    }

    [Fact]
    public async Task A_message_longer_than_any_of_a_feed_ends_the_connection()
    {
        await using HostileFeed feed = await HostileFeed.StartAsync(Info, new byte[33 << 20]);
        await using DashboardServer server = await ServerAsync(feed);
        using TestBrowser browser = await TestBrowser.OpenAsync(server.Address);

        await browser.TextAsync("lost", lost => lost.GetProperty("reason").GetString()!.Contains("32 MiB", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run.rate_hz", "NaN")]
    [InlineData("run.channels", "[]")]
    [InlineData("run.policy_dimension", "2000000000")]
    [InlineData("run.format", "other/1")]
    public async Task A_run_that_does_not_say_what_it_must_is_no_run(string key, string value)
    {
        string info = Info.Replace("\r\n", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(info);
        Dictionary<string, string> facts = document.RootElement.GetProperty("metadata").EnumerateObject().ToDictionary(fact => fact.Name, fact => fact.Value.GetString()!);
        facts[key] = value;
        await using HostileFeed feed = await HostileFeed.StartAsync(JsonSerializer.Serialize(new { op = "serverInfo", metadata = facts }), Channels, Data(3, 1, """{"state":"running"}"""));
        await using DashboardServer server = await ServerAsync(feed);
        using TestBrowser browser = await TestBrowser.OpenAsync(server.Address);

        await browser.TextAsync("lost", lost => lost.GetProperty("reason").GetString()!.Contains("no run has begun", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_that_falls_silent_is_lost_and_takes_no_command()
    {
        await using HostileFeed feed = await HostileFeed.StartAsync(Info, Channels, Data(3, 1, """{"state":"running","software_stop":{"latched":false}}"""));
        await using FeedRobot robot = new(feed.Address, null, TimeProvider.System);
        await using DashboardServer server = await DashboardServer.StartAsync(new DashboardOptions { Live = robot }, TimeProvider.System);
        using TestBrowser browser = await TestBrowser.OpenAsync(server.Address);

        await browser.TextAsync("status");
        await browser.TextAsync("lost", lost => lost.GetProperty("reason").GetString()!.Contains("silent", StringComparison.Ordinal));
        LiveCommandAnswer answer = await robot.CommandAsync("pause", CancellationToken.None);

        Assert.Equal((false, "the robot's process did not answer"), (answer.Accepted, answer.Reason));
    }

    private static Task<DashboardServer> ServerAsync(HostileFeed feed) =>
        DashboardServer.StartAsync(new DashboardOptions { Live = new FeedRobot(feed.Address, "token", TimeProvider.System) }, TimeProvider.System);

    private static byte[] Data(uint channel, ulong timeNs, string json)
    {
        byte[] payload = Encoding.UTF8.GetBytes(json);
        byte[] bytes = new byte[13 + payload.Length];
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), channel);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(5), timeNs);
        payload.CopyTo(bytes, 13);
        return bytes;
    }
}
