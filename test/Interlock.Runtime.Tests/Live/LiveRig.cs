using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Live;

namespace Interlock.Runtime.Tests.Live;

/// <summary>A feed on a free port, a recorder that only it listens to, and clients.</summary>
internal sealed class LiveRig : IDisposable
{
    public const string Operator = "operator-0123456789";
    public const string Viewer = "viewer-0123456789";
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource<Diagnostic> _event = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LiveRig(Func<LiveFeedOptions, LiveFeedOptions>? with = null)
    {
        LiveFeedOptions options = new() { Listen = new IPEndPoint(IPAddress.Loopback, 0), OnEvent = finding => Hear(finding) };
        Feed = LiveFeed.Start(with?.Invoke(options) ?? options, TimeProvider.System);
        Feed.Session = Session;
    }

    public LiveFeed Feed { get; }

    public ScriptedSession Session { get; } = new();

    /// <summary>Code to wait for.</summary>
    public string AwaitedCode { get; init; } = "";

    public FlightRecorder Record(string? prefix = null) => FlightRecorder.Start(
        new FlightRecorderOptions { Tap = Feed.Tap(prefix), OwnThread = false },
        new FlightLayout { Channels = ["a", "b"], Units = [ChannelUnit.Radian, ChannelUnit.Radian], PolicyDimension = 2, RateHz = 1000 },
        new FlightSession { RunId = "run-1", StartMonotonicNs = 0, StartUtcNs = 1_000_000_000 },
        TimeProvider.System);

    public static void Step(FlightRecorder recorder, long tick)
    {
        recorder.Frame.Tick = tick;
        recorder.Frame.MonotonicNs = tick * 1_000_000;
        recorder.Frame.Guarded.Fill(tick);
        recorder.Frame.Parts = Interlock.Recording.Flight.Steps.StepParts.Guarded;
        recorder.Commit();
        recorder.Pump();
    }

    public Task<Diagnostic> EventAsync() => _event.Task.WaitAsync(Patience);

    public async Task<LiveClient> ConnectAsync(string query = "", string? origin = null, string protocol = "foxglove.websocket.v1")
    {
        ClientWebSocket socket = new();
        socket.Options.AddSubProtocol(protocol);
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        using CancellationTokenSource limit = new(Patience);
        await socket.ConnectAsync(new Uri($"{Feed.Address}{query}"), limit.Token);
        return new LiveClient(socket);
    }

    public async Task<HttpStatusCode> RefusedAsync(string query = "", string? origin = null, string protocol = "foxglove.websocket.v1")
    {
        using ClientWebSocket socket = new();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.AddSubProtocol(protocol);
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"{Feed.Address}{query}"), CancellationToken.None).WaitAsync(Patience));
        return socket.HttpStatusCode;
    }

    /// <summary>A connection past its handshake, for frames that no library would send.</summary>
    public async Task<NetworkStream> RawAsync(string query = "")
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(Feed.Endpoint);
        NetworkStream stream = new(socket, ownsSocket: true);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /{query} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: foxglove.websocket.v1\r\n\r\n"));
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            Assert.Equal(1, await stream.ReadAsync(one).AsTask().WaitAsync(Patience));
            head.Append((char)one[0]);
        }

        Assert.StartsWith("HTTP/1.1 101", head.ToString(), StringComparison.Ordinal);
        return stream;
    }

    /// <summary>Ends when the other side has hung up.</summary>
    public static async Task HungUpAsync(Stream stream)
    {
        byte[] buffer = new byte[1 << 16];
        try
        {
            while (await stream.ReadAsync(buffer).AsTask().WaitAsync(Patience) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A reset is a way of hanging up.
        }
    }

    public void Dispose() => Feed.Dispose();

    private void Hear(Diagnostic finding)
    {
        if (finding.Code == AwaitedCode)
        {
            _event.TrySetResult(finding);
        }
    }
}
