using System.Net;
using System.Text;
using Interlock.Dashboard.LiveView;
using Interlock.Dashboard.Web;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Runtime.Live;
using Interlock.Runtime.Proxies;

namespace Interlock.Dashboard.Tests.LiveView;

/// <summary>The real feed of a proxy, sessions as a proxy records them, and the server of the pages.</summary>
internal sealed class ProxyViewRig : IAsyncDisposable, ILiveProxy
{
    private static readonly FlightLayout Layout = LiveViewRig.Layout with { RateHz = 10, Monitors = [], Cameras = [] };

    private readonly LiveFeed _feed;
    private readonly DashboardServer _server;

    private ProxyViewRig(LiveFeed feed, DashboardServer server)
    {
        (_feed, _server) = (feed, server);
        _feed.Proxy = this;
    }

    public IReadOnlyList<LiveProxySession> Sessions { get; set; } = [];

    public static async Task<ProxyViewRig> StartAsync()
    {
        LiveTokens tokens = LiveTokens.New();
        LiveFeed feed = LiveFeed.Start(new LiveFeedOptions { Kind = LiveKind.Proxy, Listen = new IPEndPoint(IPAddress.Loopback, 0), Tokens = tokens }, TimeProvider.System);
        FeedRobot robot = new(feed.Address, tokens.Operator, TimeProvider.System);
        return new ProxyViewRig(feed, await DashboardServer.StartAsync(new DashboardOptions { Live = robot }, TimeProvider.System));
    }

    public Uri Address => _server.Address;

    public LiveProxyStatus Status() =>
        new(ProxyProtocol.Openpi, "arm", IsShadow: false, UpstreamFailure.Error, null, new ProxyCounts(1, 1, 2, 6, 1, 0, 0), Sessions);

    public FlightRecorder Connect(int number)
    {
        FlightRecorder recorder = FlightRecorder.Start(
            new FlightRecorderOptions { Tap = _feed.Tap($"/session-{number}"), OwnThread = false },
            Layout,
            new FlightSession { RunId = $"proxy-{number}", StartMonotonicNs = 0, StartUtcNs = 1_000_000_000 },
            TimeProvider.System);
        recorder.Attach("guarded.contract.yaml", "application/yaml", Encoding.UTF8.GetBytes(LiveViewRig.Contract));
        return recorder;
    }

    /// <summary>A reply of the server, row by row as a proxy records it: all at one moment.</summary>
    public static void Reply(FlightRecorder recorder, long firstTick, double atS, double[] values, int verdict = 0)
    {
        for (int row = 0; row < values.Length; row++)
        {
            StepFrame frame = recorder.Frame;
            (frame.Tick, frame.MonotonicNs, frame.Verdict) = (firstTick + row, (long)(atS * 1e9) + row, verdict);
            frame.ChunkAgeMs = row == 0 ? 0 : 0.01;
            frame.LatencyMs = row == 0 ? 80 : null;
            frame.Guarded.Fill(values[row]);
            frame.Parts = StepParts.Guarded;
            recorder.Commit();
        }

        recorder.Pump();
    }

    public Task<TestBrowser> BrowseAsync(string? session = null) => TestBrowser.OpenAsync(_server.Address, session);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _feed.Dispose();
    }
}
