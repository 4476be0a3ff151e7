using System.Text.Json;
using Interlock.Recording.Flight;
using Interlock.Runtime.Live;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Live;

public sealed class LiveFeedTests
{
    private const string OperatorQuery = $"?token={LiveRig.Operator}";

    [Fact]
    public async Task A_subscriber_gets_the_steps_of_a_recorder()
    {
        using LiveRig rig = new();
        using FlightRecorder recorder = rig.Record();
        LiveRig.Step(recorder, 1);
        using LiveClient client = await rig.ConnectAsync();
        await client.SubscribeAsync(5, await client.ChannelAsync("/guard/command"));
        Assert.Equal((1_001_000_000ul, """{"tick":1,"values":[1,1]}"""), await client.DataAsync(5));
        LiveRig.Step(recorder, 2);
        Assert.Equal((1_002_000_000ul, """{"tick":2,"values":[2,2]}"""), await client.DataAsync(5));
    }

    [Fact]
    public async Task Who_was_there_before_the_recording_hears_of_it_and_of_its_end()
    {
        using LiveRig rig = new();
        using LiveClient client = await rig.ConnectAsync();
        await client.TextAsync("advertiseServices");
        uint[] ids;
        using (FlightRecorder recorder = rig.Record("/session-3"))
        {
            LiveRig.Step(recorder, 1);
            JsonElement advertise = await client.TextAsync("advertise");
            Assert.All(advertise.GetProperty("channels").EnumerateArray(), channel => Assert.StartsWith("/session-3/", channel.GetProperty("topic").GetString(), StringComparison.Ordinal));
            ids = [.. advertise.GetProperty("channels").EnumerateArray().Select(channel => channel.GetProperty("id").GetUInt32())];
        }

        JsonElement gone = await client.TextAsync("unadvertise");
        Assert.Equal(ids, gone.GetProperty("channelIds").EnumerateArray().Select(id => id.GetUInt32()));
    }

    [Fact]
    public async Task A_viewer_may_ask_for_fewer_messages()
    {
        using LiveRig rig = new();
        using FlightRecorder recorder = rig.Record();
        LiveRig.Step(recorder, 0);
        using LiveClient client = await rig.ConnectAsync("?max_rate_hz=100");
        await client.SubscribeAsync(1, await client.ChannelAsync("/guard/command"));
        await client.DataAsync(1);
        for (int tick = 1; tick <= 100; tick++)
        {
            LiveRig.Step(recorder, tick);
        }

        ulong[] times = [(await client.DataAsync(1)).TimeNs, (await client.DataAsync(1)).TimeNs, (await client.DataAsync(1)).TimeNs];
        Assert.Equal([1_001_000_000ul, 1_011_000_000ul, 1_021_000_000ul], times);
    }

    [Fact]
    public async Task Files_and_parameters_are_there_for_whoever_asks()
    {
        using LiveRig rig = new();
        using FlightRecorder recorder = rig.Record();
        recorder.Attach("arm.contract.yaml", "application/yaml", "name: arm"u8.ToArray());
        recorder.Pump();
        using LiveClient client = await rig.ConnectAsync();
        await client.SayAsync("""{"op":"fetchAsset","uri":"attachment:arm.contract.yaml","requestId":9}""");
        byte[] file = await client.BytesAsync(4);
        Assert.Equal("name: arm", System.Text.Encoding.UTF8.GetString(file.AsSpan(10)));
        await client.SayAsync("""{"op":"fetchAsset","uri":"attachment:../../etc/passwd","requestId":10}""");
        Assert.Equal(1, (await client.BytesAsync(4))[5]);
        await client.SayAsync("""{"op":"getParameters","parameterNames":["contract.name"],"id":"x"}""");
        Assert.Equal("""{"op":"parameterValues","parameters":[{"name":"contract.name","value":"arm"}],"id":"x"}""", (await client.TextAsync("parameterValues")).GetRawText());
    }

    [Fact]
    public async Task The_status_says_where_the_session_stands()
    {
        using LiveRig rig = new();
        using LiveClient client = await rig.ConnectAsync();
        await client.SubscribeAsync(1, await client.ChannelAsync("/interlock/status"));
        JsonElement status = JsonSerializer.Deserialize<JsonElement>((await client.DataAsync(1)).Json);
        Assert.Equal(("running", "because", false), (status.GetProperty("state").GetString(), status.GetProperty("why").GetString(), status.GetProperty("software_stop").GetProperty("latched").GetBoolean()));
    }

    [Fact]
    public async Task An_operator_commands_and_hears_what_came_of_it()
    {
        using LiveRig rig = new(options => options with { Tokens = new LiveTokens(LiveRig.Operator) });
        using LiveClient client = await rig.ConnectAsync(OperatorQuery);
        await client.CommandAsync(1, "pause");
        JsonElement paused = await client.AnswerAsync(1);
        Assert.Equal((true, "holding"), (paused.GetProperty("accepted").GetBoolean(), paused.GetProperty("state").GetString()));
        await client.CommandAsync(2, "arm");
        JsonElement refused = await client.AnswerAsync(2);
        Assert.False(refused.GetProperty("accepted").GetBoolean());
        Assert.Contains("not possible in state Holding", refused.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it did not show the operator's token")]
    [InlineData(OperatorQuery, null)]
    public async Task A_viewer_stops_nothing_and_an_operator_does(string query, string? why)
    {
        using LiveRig rig = new(options => options with { Tokens = new LiveTokens(LiveRig.Operator) });
        using LiveClient client = await rig.ConnectAsync(query);
        await client.CommandAsync(1, "stop");
        if (why is null)
        {
            Assert.True((await client.AnswerAsync(1)).GetProperty("accepted").GetBoolean());
            Assert.Equal([OperatorCommand.Stop], rig.Session.Posted);
        }
        else
        {
            Assert.Contains(why, (await client.TextAsync("serviceCallFailure")).GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Empty(rig.Session.Posted);
        }
    }

    [Fact]
    public async Task Without_an_operators_token_nobody_commands()
    {
        using LiveRig rig = new();
        using LiveClient client = await rig.ConnectAsync();
        await client.CommandAsync(1, "stop");
        Assert.Contains("without an operator's token", (await client.TextAsync("serviceCallFailure")).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(rig.Session.Posted);
    }

    [Fact]
    public async Task A_stop_is_taken_from_a_connection_that_floods()
    {
        using LiveRig rig = new(options => options with { Tokens = new LiveTokens(LiveRig.Operator) });
        using LiveClient client = await rig.ConnectAsync(OperatorQuery);
        for (uint call = 0; call < 500; call++)
        {
            await client.CommandAsync(call, "pause");
        }

        await client.CommandAsync(1000, "stop");
        Assert.True((await client.AnswerAsync(1000)).GetProperty("accepted").GetBoolean());
        Assert.Contains(OperatorCommand.Stop, rig.Session.Posted);
        Assert.True(rig.Session.Posted.Count < 400, $"{rig.Session.Posted.Count} of 500 commands were passed on");
    }
}
