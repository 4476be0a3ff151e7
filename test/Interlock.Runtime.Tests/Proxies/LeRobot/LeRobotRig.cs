using System.Collections.Concurrent;
using System.Net;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

/// <summary>A proxy between a fake policy server and clients that write bytes. Two joints that go 0.1 rad a step at most.</summary>
internal sealed class LeRobotRig : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ProxyServer _proxy;
    private readonly Task _running;

    public LeRobotRig(Func<ProxyOptions, ProxyOptions>? change = null, TimeProvider? time = null)
    {
        ProxyOptions options = Options with { Upstream = $"http://127.0.0.1:{Server.Port}", OnEvent = Events.Enqueue };
        _proxy = new ProxyServer(change?.Invoke(options) ?? options, time ?? TimeProvider.System);
        _running = _proxy.RunAsync(_end.Token);
    }

    public static ProxyOptions Options { get; } = new()
    {
        Protocol = ProxyProtocol.Lerobot,
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        Upstream = "http://127.0.0.1:1",
        Contract = new()
        {
            Name = "two-joints",
            RateHz = 30,
            Space = Core.Contract.ActionSpace.JointPosition,
            Channels = [new() { Name = "a", Min = -1, Max = 1, MaxStep = 0.1 }, new() { Name = "b", Min = -1, Max = 1, MaxStep = 0.1 }],
        },
    };

    public FakePolicyServer Server { get; } = new();

    public ConcurrentQueue<ProxyEvent> Events { get; } = new();

    public ProxyCounts Counts => _proxy.Counts;

    public int Port => _proxy.Endpoint.Port;

    public GrpcTestClient Client(string? authorization = null) => new(Port, authorization);

    public static byte[] Setup(PayloadGeneration generation = PayloadGeneration.Pickle)
    {
        WireBuffer buffer = new();
        WireValue.Map nothing = new(new Dictionary<string, WireValue>());
        LerobotPayload.Write(new PolicySetup("act", "some/policy", nothing, 20, "cpu", nothing), generation, buffer);
        return buffer.Written.ToArray();
    }

    public static byte[] Observation(long timestep, double a = 0, double b = 0, PayloadGeneration generation = PayloadGeneration.Pickle, int imageBytes = 12)
    {
        WireBuffer buffer = new();
        OrderedDictionary<string, WireValue> values = new()
        {
            ["a.pos"] = new WireValue.Number(a),
            ["b.pos"] = new WireValue.Number(b),
            ["top"] = new WireValue.Array(new NumpyArray(NumpyDtype.UInt8, new NumpyShape(imageBytes), new byte[imageBytes])),
            ["task"] = new WireValue.Text("fold"),
        };
        LerobotPayload.Write(new TimedObservation(StampS(timestep), timestep, new WireValue.Map(values), true), generation, buffer);
        return buffer.Written.ToArray();
    }

    /// <summary>Rows of two joints that move alike.</summary>
    public static byte[] Chunk(long timestep, params float[] values) => EmbeddedChunk.Pickle([.. values.Select(value => new[] { value, value })], timestep, StampS(timestep));

    public static byte[] JsonChunk(long timestep, params float[] values)
    {
        WireBuffer buffer = new();
        LerobotPayload.Write(
            [.. values.Select((value, i) => new TimedAction(StampS(timestep) + (i / 30.0), timestep + i, NumpyArray.OfSingles([value, value], new NumpyShape(2))))],
            PayloadGeneration.JsonSafetensors,
            buffer);
        return buffer.Written.ToArray();
    }

    /// <summary>One observation and the reply to it.</summary>
    public async Task<GrpcTestReply> AskAsync(GrpcTestClient client, byte[] observation, byte[] chunk)
    {
        Server.Chunk = () => chunk;
        GrpcTestReply observed = await client.ObserveAsync(observation);
        Xunit.Assert.Equal((0, ""), (observed.Status, observed.Words));
        return await client.ActionsAsync();
    }

    public void Dispose()
    {
        _end.Cancel();
        _running.Wait(TimeSpan.FromSeconds(10));
        _proxy.Dispose();
        Server.Dispose();
        _end.Dispose();
    }

    private static double StampS(long timestep) => 1000 + (timestep / 30.0);
}
