using Interlock.Policies.Wire.Protobuf;
using Interlock.Runtime.Proxies;
using Xunit;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

public sealed class LeRobotShieldTests
{
    public static TheoryData<string, string> Names => HostilePickle.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_would_be_code_at_the_server_is_refused_and_never_arrives_there(string name, string code)
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        await client.ReadyAsync();
        byte[] payload = HostilePickle.Named(name);
        foreach (GrpcTestReply reply in new[] { await client.ObserveAsync(payload), await client.SetUpAsync(payload) })
        {
            Assert.Equal(3, reply.Status);
            Assert.Contains(name == "memo-bomb" && !reply.Words.Contains(code) ? "PO0" : code, reply.Words);
        }

        Assert.Equal(["Ready"], rig.Server.Methods);
        Assert.Equal(2, rig.Counts.ClientErrors);
        Assert.Equal(2, rig.Events.Count);
        Assert.Equal(0, (await client.ObserveAsync(LeRobotRig.Observation(1))).Status);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_would_be_code_at_the_robot_is_refused_and_never_arrives_there(string name, string code)
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        GrpcTestReply reply = await rig.AskAsync(client, LeRobotRig.Observation(0), HostilePickle.Named(name));
        Assert.Equal((13, 0), (reply.Status, reply.Body.Length));
        Assert.Contains(name == "memo-bomb" ? "PO0" : code, reply.Words);
        Assert.Equal(1, rig.Counts.UpstreamFailures);
        byte[] good = LeRobotRig.Chunk(1, 0.05f);
        Assert.Equal(good, (await rig.AskAsync(client, LeRobotRig.Observation(1), good)).Payload);
    }

    [Fact]
    public async Task A_stream_that_goes_on_after_its_observation_is_refused()
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        byte[] twice = [.. GrpcTestClient.Pieces(LeRobotRig.Observation(0)), .. GrpcTestClient.Pieces(HostilePickle.Named("reduce"))];
        Assert.Equal(3, (await client.CallAsync("SendObservations", twice)).Status);
        Assert.Empty(rig.Server.Heard);
    }

    [Fact]
    public async Task A_call_that_announces_two_gigabytes_takes_no_memory()
    {
        using LeRobotRig rig = new(options => options with { LongestRequestBytes = 1 << 20 });
        using GrpcTestClient client = rig.Client();
        byte[] announced = [0, 0x7f, 0xff, 0xff, 0xff, .. new byte[100]];
        Assert.Equal(3, (await client.CallAsync("SendObservations", announced)).Status);
        Assert.Equal(8, (await client.CallAsync("SendObservations", GrpcTestClient.Pieces(new byte[2 << 20]))).Status);
        Assert.Empty(rig.Server.Heard);
    }

    [Theory]
    [InlineData("wrong-width", "RT206")]
    [InlineData("out-of-order", "RT221")]
    [InlineData("shared", "RT221")]
    public async Task Chunks_that_cannot_be_guarded_row_by_row_are_refused(string kind, string code)
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        byte[] chunk = kind == "wrong-width" ? EmbeddedChunk.Pickle([[0, 0, 0]], 0, 1000) : LeRobotRig.Chunk(0, 0.1f, 0.2f);
        if (kind == "out-of-order")
        {
            byte[] secondStep = [(byte)'h', 2, (byte)'J'];
            chunk[chunk.AsSpan().LastIndexOf(secondStep) + secondStep.Length] = 5;
        }

        GrpcTestReply reply = await rig.AskAsync(client, LeRobotRig.Observation(0), kind == "shared" ? Shared() : chunk);
        Assert.Equal(13, reply.Status);
        Assert.Contains(code, reply.Words);
    }

    // The same action twice, by the memo: Python would hand out one tensor for both rows.
    private static byte[] Shared()
    {
        byte[] one = LeRobotRig.Chunk(0, 0.1f);
        byte[] inner = one[4..^2];
        return [0x80, 4, (byte)']', (byte)'(', .. inner, 0x94, (byte)'h', 7, (byte)'e', (byte)'.'];
    }
}
