using System.Net.Sockets;
using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Policies.Remote;
using Interlock.Policies.Remote.Lerobot;
using Interlock.Policies.Remote.OpenPi;
using Interlock.Policies.Remote.OpenVla;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;

namespace Interlock.Policies.Tests.Remote;

public sealed class RemotePolicyTests
{
    private readonly ManualTime _time = new();

    public static TheoryData<string> Kinds => ["openpi", "openvla", "lerobot"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_closed_port_is_tried_again_after_a_delay_and_then_a_finding(string kind)
    {
        IRemotePolicy policy = Client(kind, RawServer.ClosedPort(), new RetryOptions());
        Task<TimeSpan> delay = _time.WaitSetAsync(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100));
        Task<PolicyChunk> asked = Asking.AskAsync(policy);
        _time.Advance(await delay);
        Assert.Equal("PO100", (await Asking.RefusedAsync(asked)).Code);
        Assert.Equal((LinkState.NeverConnected, 2, 0), (policy.Link.State, policy.Link.Attempts, policy.Link.Connections));
        Assert.Equal((2, 1, 0), (policy.Counts.Failures, policy.Counts.Retries, policy.Counts.Answers));
        policy.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_hundred_hostile_servers_give_findings_and_nothing_else(string kind)
    {
        SeededRandom random = new(41);
        byte[][] beginnings =
        [
            [], "HTTP/1.1 101 Switching Protocols\r\n"u8.ToArray(), "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"u8.ToArray(),
            [0, 0, 0, 4, 0, 0, 0, 0, 0], "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"u8.ToArray(),
        ];
        using RawServer server = new((number, stream) => HostileAsync(stream, beginnings[number % beginnings.Length], random));
        using IRemotePolicy policy = Client(kind, server.Port, Asking.Once);
        for (int i = 0; i < 200; i++)
        {
            Diagnostic finding = await Asking.RefusedAsync(Asking.AskAsync(policy));
            Assert.StartsWith("PO", finding.Code);
            _time.Advance(Asking.LongerThanAnyDelay);
        }

        Assert.InRange(server.Connections, 200, 400);
        Assert.Equal(0, policy.Counts.Answers);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancelling_hangs_up_and_is_no_failure_of_the_server(string kind)
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using RawServer server = new(async (number, stream) =>
        {
            // The first connection of the OpenVLA client only looks whether the port is open.
            if (await stream.ReadAsync(new byte[16]) > 0)
            {
                asked.TrySetResult();
                await stream.CopyToAsync(Stream.Null);
                hungUp.TrySetResult();
            }
        });
        IRemotePolicy policy = Client(kind, server.Port, Asking.Once);
        CancellationTokenSource stop = new();
        Task answer = policy.InferAsync(Asking.OfArm(), Asking.ChunkFor(policy), stop.Token).AsTask();
        await asked.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await hungUp.Task;
        Assert.Equal((0, 0), (policy.Counts.Failures, policy.Counts.TimeOuts));
        policy.Dispose();
    }

    [Theory]
    [InlineData("openpi", "http://host:8000")]
    [InlineData("openvla", "ws://host:8000/act")]
    [InlineData("lerobot", "host:8080")]
    public void An_address_of_another_kind_is_refused(string kind, string address) => Assert.Equal(
        "PO124", Assert.Throws<DiagnosticException>(() => Client(kind, address, Asking.Once)).Diagnostics[0].Code);

    [Fact]
    public async Task A_reply_of_another_kind_of_server_names_the_mistake()
    {
        using RawServer server = new(async (_, stream) =>
        {
            await stream.ReadExactlyAsync(new byte[16]);
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n"));
        });
        using IRemotePolicy policy = Client("openpi", server.Port, Asking.Once);
        Diagnostic finding = await Asking.RefusedAsync(policy.ConnectAsync(CancellationToken.None).AsTask());
        Assert.Equal("PO104", finding.Code);
        Assert.Contains("HTTP 426", finding.Message);
    }

    // The request is taken in part at most: a reply may come before it, in the middle of it or after it.
    private static async Task HostileAsync(NetworkStream stream, byte[] beginning, SeededRandom random)
    {
        byte[] noise = new byte[64];
        lock (random)
        {
            for (int i = 0; i < noise.Length; i++)
            {
                noise[i] = (byte)random.NextInt(256);
            }
        }

        _ = await stream.ReadAsync(new byte[4096]);
        await stream.WriteAsync(beginning);
        await stream.WriteAsync(noise);
    }

    private IRemotePolicy Client(string kind, int port, RetryOptions retry) =>
        Client(kind, $"{(kind == "openpi" ? "ws" : "http")}://127.0.0.1:{port}{(kind == "openvla" ? "/act" : "/")}", retry);

    private IRemotePolicy Client(string kind, string address, RetryOptions retry) => kind switch
    {
        "openpi" => new OpenPiPolicy(
            new OpenPiOptions { Address = address, ActionDimension = 7, MaxRows = 20, Observation = Asking.ArmMapping, Retry = retry }, _time),
        "openvla" => new OpenVlaPolicy(
            new OpenVlaOptions { Address = address, ActionDimension = 7, MaxRows = 20, Observation = Asking.ArmMapping, Retry = retry }, _time),
        _ => new LerobotPolicy(
            new LerobotOptions { Address = address, ActionDimension = 7, MaxRows = 20, Observation = Asking.ArmMapping, Retry = retry, Setup = Setup }, _time),
    };

    private static PolicySetup Setup { get; } = new("act", "some/policy", LerobotFeatures.Of([], []), 20, "cpu", new WireValue.Map(new Dictionary<string, WireValue>()));
}
