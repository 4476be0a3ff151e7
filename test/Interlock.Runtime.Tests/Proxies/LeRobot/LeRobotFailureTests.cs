using Interlock.Policies.Tests.Remote;
using Interlock.Runtime.Proxies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

public sealed class LeRobotFailureTests
{
    [Theory]
    [InlineData("status", 2)]
    [InlineData("cut", 14)]
    [InlineData("http", 13)]
    [InlineData("garbage", 13)]
    [InlineData("too-long", 13)]
    public async Task A_server_that_fails_is_a_grpc_status_and_the_next_request_is_answered(string kind, int status)
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        await client.ObserveAsync(LeRobotRig.Observation(0));
        rig.Server.Instead = (method, http) => FailAsync(kind, method, http);
        Assert.Equal(status, (await client.ActionsAsync()).Status);
        rig.Server.Instead = (_, _) => Task.FromResult(false);
        byte[] good = LeRobotRig.Chunk(1, 0.05f);
        Assert.Equal(good, (await rig.AskAsync(client, LeRobotRig.Observation(1), good)).Payload);
        Assert.Equal((1, 1), (rig.Counts.UpstreamFailures, rig.Counts.Requests));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("cut")]
    [InlineData("garbage")]
    [InlineData("empty")]
    public async Task With_hold_the_robot_stays_where_it_is(string kind)
    {
        using LeRobotRig rig = new(options => options with { OnUpstreamFailure = UpstreamFailure.Hold });
        using GrpcTestClient client = rig.Client();
        await rig.AskAsync(client, LeRobotRig.Observation(0), LeRobotRig.Chunk(0, 0.1f, 0.2f));
        rig.Server.Chunk = () => [];
        await client.ObserveAsync(LeRobotRig.Observation(1, 0.2, 0.2));
        rig.Server.Instead = (method, http) => kind == "empty" ? Task.FromResult(false) : FailAsync(kind, method, http);
        GrpcTestReply held = await client.ActionsAsync();
        Assert.Equal(0, held.Status);
        Assert.Equal([1, 2], held.Actions.Select(action => action.Timestep));
        Assert.All(held.Rows, value => Assert.Equal(0.2, value, 1e-6));
        Assert.Empty((await client.ActionsAsync()).Payload);
    }

    [Fact]
    public async Task Nothing_yet_is_passed_on_as_nothing_yet()
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        await client.ObserveAsync(LeRobotRig.Observation(0));
        GrpcTestReply reply = await client.ActionsAsync();
        Assert.Equal((0, 0, 0), (reply.Status, reply.Payload.Length, (int)rig.Counts.UpstreamFailures));
    }

    [Fact]
    public async Task A_server_that_is_silent_is_given_up_and_its_late_reply_reaches_nobody()
    {
        ManualTime time = new();
        using LeRobotRig rig = new(options => options with { FirstReplyTimeout = TimeSpan.FromSeconds(7) }, time);
        using GrpcTestClient client = rig.Client();
        await client.ObserveAsync(LeRobotRig.Observation(0));
        TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource late = new(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Server.Chunk = () => LeRobotRig.Chunk(0, 0.9f);
        rig.Server.Instead = async (method, _) =>
        {
            held.TrySetResult();
            await late.Task;
            return false;
        };
        Task<GrpcTestReply> asked = client.ActionsAsync();
        await held.Task;
        time.Advance(TimeSpan.FromSeconds(7));
        GrpcTestReply reply = await asked;
        Assert.Equal(4, reply.Status);
        Assert.Contains("RT209", reply.Words);
        rig.Server.Instead = (_, _) => Task.FromResult(false);
        late.SetResult();
        byte[] good = LeRobotRig.Chunk(1, 0.05f);
        Assert.Equal(good, (await rig.AskAsync(client, LeRobotRig.Observation(1), good)).Payload);
    }

    [Fact]
    public async Task A_server_that_was_started_anew_is_told_again_what_to_load()
    {
        FakePolicyServer first = new();
        using LeRobotRig rig = new(options => options with { Upstream = $"http://127.0.0.1:{first.Port}" });
        using GrpcTestClient client = rig.Client();
        await client.ReadyAsync();
        await client.SetUpAsync(LeRobotRig.Setup());
        first.Dispose();
        Assert.Equal(14, (await client.ObserveAsync(LeRobotRig.Observation(0))).Status);
        using FakePolicyServer second = new(first.Port) { Chunk = () => LeRobotRig.Chunk(1, 0.05f) };
        Assert.Equal(0, (await client.ObserveAsync(LeRobotRig.Observation(1))).Status);
        Assert.Equal(["Ready", "SendPolicyInstructions", "SendObservations"], second.Methods);
        Assert.Equal(LeRobotRig.Chunk(1, 0.05f), (await client.ActionsAsync()).Payload);
        Assert.Contains(rig.Events, happened => happened.Code == "RT223");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        using LeRobotRig rig = new(options => options with { Upstream = "http://127.0.0.1:1" });
        using GrpcTestClient client = rig.Client();
        GrpcTestReply reply = await client.ReadyAsync();
        Assert.Equal(14, reply.Status);
        Assert.Contains("RT208", reply.Words);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task A_server_that_hangs_while_the_proxy_connects_is_silent(string scheme)
    {
        using HangingListener server = new(takesConnections: scheme == "https");
        using LeRobotRig rig = new(options => options with { Upstream = $"{scheme}://127.0.0.1:{server.Port}", ConnectTimeout = TimeSpan.FromMilliseconds(300) });
        using GrpcTestClient client = rig.Client();
        GrpcTestReply reply = await client.ReadyAsync();
        Assert.Equal(4, reply.Status);
        Assert.Contains("RT209", reply.Words);
        Assert.Contains("did not let the proxy connect within 0.3 s", reply.Words);
    }

    private static async Task<bool> FailAsync(string kind, string method, HttpContext http)
    {
        if (method != "GetActions")
        {
            return false;
        }

        http.Response.ContentType = "application/grpc";
        switch (kind)
        {
            case "status":
                http.Response.Headers["grpc-status"] = "2";
                http.Response.Headers["grpc-message"] = "KeyError";
                break;
            case "cut":
                http.Features.GetRequiredFeature<IHttpResetFeature>().Reset(2);
                break;
            case "http":
                http.Response.StatusCode = 502;
                break;
            case "too-long":
                await http.Response.Body.WriteAsync(new byte[5 << 20]);
                break;
            default:
                await http.Response.Body.WriteAsync(GrpcTestClient.Framed(GrpcTestClient.Message("hello"u8)));
                http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers.Append("grpc-status", "0");
                break;
        }

        return true;
    }
}
