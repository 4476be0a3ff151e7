using System.Collections.Concurrent;
using System.Net;
using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.Policies;
using Interlock.Policies.Remote.Mapping;
using Interlock.Policies.Remote.OpenPi;
using Interlock.Policies.Remote.OpenVla;
using Interlock.Policies.Tests.Remote;
using Interlock.Policies.Tests.Remote.StandIns;
using Interlock.Runtime.Proxies;

namespace Interlock.Runtime.Tests.Proxies;

/// <summary>A proxy in front of a stand-in server.</summary>
internal sealed class ProxyRig : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ProxyServer _server;
    private readonly Task _running;

    public ProxyRig(int upstreamPort, ProxyProtocol protocol, Func<ProxyOptions, ProxyOptions>? change = null, TimeProvider? time = null)
    {
        string upstream = protocol == ProxyProtocol.Openpi ? $"ws://127.0.0.1:{upstreamPort}/" : $"http://127.0.0.1:{upstreamPort}/act";
        ProxyOptions options = new()
        {
            Protocol = protocol,
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            Upstream = upstream,
            Contract = Arm(0.02),
            OnEvent = happened => Events.Enqueue(happened),
        };
        _server = new ProxyServer(change?.Invoke(options) ?? options, time ?? TimeProvider.System);
        _running = _server.RunAsync(_end.Token);
    }

    public ConcurrentQueue<ProxyEvent> Events { get; } = new();

    public int Port => _server.Endpoint.Port;

    public ProxyCounts Counts => _server.Counts;

    /// <summary>Seven channels like those of the stand-ins' arm, which moves 0.01 rad and 0.002 m a row.</summary>
    public static SafetyContract Arm(double maxStep) => new()
    {
        Name = "stand-in-arm",
        RateHz = 30,
        Space = ActionSpace.JointPosition,
        Channels = [.. Enumerable.Range(0, 7).Select(i => new ChannelContract
        {
            Name = $"j{i}", Unit = ChannelUnit.Radian, Min = -2, Max = 2, MaxStep = maxStep,
        })],
    };

    public static OpenPiPolicy OpenPi(int port, TimeProvider? time = null) => new(
        new OpenPiOptions
        {
            Address = $"ws://127.0.0.1:{port}/",
            ActionDimension = 7,
            MaxRows = 64,
            Observation = Asking.ArmMapping,
            Retry = Asking.Once,
        },
        time ?? TimeProvider.System);

    public static OpenVlaPolicy OpenVla(int port, bool isDouble = false) => new(
        new OpenVlaOptions
        {
            Address = $"http://127.0.0.1:{port}/act",
            ActionDimension = 7,
            MaxRows = 64,
            Observation = new([new ObservationField.StateArray("state"), new ObservationField.Prompt("instruction")]),
            Retry = Asking.Once,
            IsDoubleEncoded = isDouble,
        },
        TimeProvider.System);

    /// <summary>Asks three times, each time from where the third row led to.</summary>
    public static async Task<double[]> DriveAsync(IPolicy policy, int executed = 3)
    {
        List<double> all = [];
        double[] state = Asking.ArmState;
        for (int request = 0; request < 3; request++)
        {
            PolicyRequest asked = Asking.OfArm(request);
            PolicyChunk chunk = await Asking.AskAsync(policy, asked with { Observation = asked.Observation with { State = state } });
            all.AddRange(chunk.Actions.ToArray());
            state = chunk.Row(executed - 1).ToArray();
        }

        return [.. all];
    }

    /// <summary>Every row of every chunk within the step of what was executed before it.</summary>
    public static void AssertSteps(double[] chunks, int rows, double maxStep, int executed = 3)
    {
        double[] before = Asking.ArmState;
        for (int at = 0; at < chunks.Length; at += 7)
        {
            int row = at / 7 % rows;
            before = row == 0 && at > 0 ? chunks[(at - ((rows - executed + 1) * 7))..(at - ((rows - executed) * 7))] : before;
            for (int i = 0; i < 7; i++)
            {
                Assert.InRange(Math.Abs(chunks[at + i] - before[i]), 0, maxStep * (1 + 1e-12));
            }

            before = chunks[at..(at + 7)];
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _running.Wait(TimeSpan.FromSeconds(10));
        _server.Dispose();
        _end.Dispose();
    }
}
