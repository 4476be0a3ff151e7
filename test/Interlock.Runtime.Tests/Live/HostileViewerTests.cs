using System.Net.Sockets;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Recording.Flight;
using Interlock.Runtime.Live;

namespace Interlock.Runtime.Tests.Live;

public sealed class HostileViewerTests
{
    private static readonly string[] Honest =
    [
        """{"op":"subscribe","subscriptions":[{"id":1,"channelId":1},{"id":2,"channelId":2}]}""",
        """{"op":"unsubscribe","subscriptionIds":[1]}""",
        """{"op":"getParameters","parameterNames":[],"id":"a"}""",
        """{"op":"fetchAsset","uri":"attachment:","requestId":1}""",
    ];

    [Fact]
    public async Task Mutated_frames_end_their_connection_at_worst()
    {
        using LiveRig rig = new();
        using FlightRecorder recorder = rig.Record();
        LiveRig.Step(recorder, 1);
        for (ulong seed = 0; seed < 60; seed++)
        {
            await using NetworkStream stream = await rig.RawAsync();
            SeededRandom random = new(seed);
            byte[] bytes = [.. Enumerable.Range(0, 6).SelectMany(_ => Frame(Honest[(int)(random.NextDouble() * Honest.Length)]))];
            for (int i = 0; i < 8; i++)
            {
                bytes[(int)(random.NextDouble() * bytes.Length)] = (byte)(random.NextDouble() * 256);
            }

            await stream.WriteAsync(bytes);
            stream.Socket.Shutdown(SocketShutdown.Send);
            await LiveRig.HungUpAsync(stream);
        }

        await StillServesAsync(rig, recorder);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"op":5}""")]
    [InlineData("""{"op":"subscribe","subscriptions":[{"id":-1,"channelId":1e99}]}""")]
    [InlineData("""{"op":"subscribe","subscriptions":[{"id":1,"channelId":4000000000}]}""")]
    [InlineData("""{"op":"unsubscribe","subscriptionIds":[77]}""")]
    [InlineData("""{"op":"advertise","channels":[]}""")]
    public async Task Nonsense_is_answered_with_a_warning(string text)
    {
        using LiveRig rig = new();
        using LiveClient client = await rig.ConnectAsync();
        await client.SayAsync(text);
        Assert.Equal(1, (await client.TextAsync("status")).GetProperty("level").GetInt32());
    }

    [Fact]
    public async Task A_flood_of_nonsense_ends_its_connection()
    {
        using LiveRig rig = new() { AwaitedCode = "RT256" };
        await using NetworkStream stream = await rig.RawAsync();
        byte[] flood = [.. Enumerable.Range(0, 200).SelectMany(id => Frame($$"""{"op":"subscribe","subscriptions":[{"id":{{id}},"channelId":999999}]}"""))];
        await stream.WriteAsync(flood);
        await LiveRig.HungUpAsync(stream);
        Assert.Contains("made no sense", (await rig.EventAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_too_long_ends_its_connection_before_it_is_read()
    {
        using LiveRig rig = new() { AwaitedCode = "RT256" };
        await using NetworkStream stream = await rig.RawAsync();
        await stream.WriteAsync(Convert.FromHexString("82FF00000000FFFFFFFF00000000"));
        await LiveRig.HungUpAsync(stream);
        Assert.Contains("more than 262144 bytes", (await rig.EventAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_nothing_is_not_waited_for()
    {
        using LiveRig rig = new(options => options with { HandshakeTimeout = TimeSpan.FromMilliseconds(50) });
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(rig.Feed.Endpoint);
        await using NetworkStream stream = new(socket);
        await LiveRig.HungUpAsync(stream);
    }

    [Fact]
    public async Task A_viewer_that_takes_nothing_is_let_go_and_the_others_go_on()
    {
        using LiveRig rig = new(options => options with { QueueBytes = 64 << 10, SendTimeout = TimeSpan.FromMilliseconds(100) }) { AwaitedCode = "RT257" };
        using FlightRecorder recorder = rig.Record();
        LiveRig.Step(recorder, 1);
        await using NetworkStream hanging = await rig.RawAsync();
        string all = string.Join(',', Enumerable.Range(1, 16).Select(id => $$"""{"id":{{id}},"channelId":{{id}}}"""));
        await hanging.WriteAsync(Frame($$"""{"op":"subscribe","subscriptions":[{{all}}]}"""));
        Task<Diagnostic> slow = rig.EventAsync();
        for (long tick = 2; !slow.IsCompleted; tick++)
        {
            LiveRig.Step(recorder, tick);
        }

        Assert.Contains("took nothing", (await slow).Message, StringComparison.Ordinal);
        Assert.Equal(1, rig.Feed.Counts.Slow);
        Assert.True(rig.Feed.Counts.Dropped > 0);
        await StillServesAsync(rig, recorder);
    }

    [Fact]
    public async Task One_viewer_too_many_is_turned_away()
    {
        using LiveRig rig = new(options => options with { MostClients = 1 });
        using LiveClient first = await rig.ConnectAsync();
        await first.TextAsync("serverInfo");
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, await rig.RefusedAsync());
    }

    private static async Task StillServesAsync(LiveRig rig, FlightRecorder recorder)
    {
        using LiveClient client = await rig.ConnectAsync();
        await client.SubscribeAsync(1, await client.ChannelAsync("/guard/command"));
        await client.DataAsync(1);
        Assert.True(recorder.Health.IsComplete);
    }

    // Masked with zeros, as a client may.
    private static byte[] Frame(string text)
    {
        byte[] payload = System.Text.Encoding.UTF8.GetBytes(text);
        byte[] head = payload.Length <= 125
            ? [0x81, (byte)(0x80 | payload.Length), 0, 0, 0, 0]
            : [0x81, 0xfe, (byte)(payload.Length >> 8), (byte)payload.Length, 0, 0, 0, 0];
        return [.. head, .. payload];
    }
}
