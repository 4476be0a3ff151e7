using System.Net;
using Interlock.Core.Units;
using Interlock.Dashboard.LiveView;
using Interlock.Dashboard.Web;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Runtime.Live;

namespace Interlock.Dashboard.Tests.LiveView;

/// <summary>The real feed, the robot behind it and the server of the pages, all on free ports.</summary>
internal sealed class LiveViewRig : IAsyncDisposable
{
    public const string Contract = """
        interlock: contract/1
        name: arm
        rate_hz: 1000
        action: { space: joint_position, reference: absolute }
        channels:
          - {name: shoulder, role: joint, unit: deg, min: -90, max: 95}
          - {name: elbow, role: joint, unit: rad, min: -1, max: 2}
        """;

    public static readonly FlightLayout Layout = new()
    {
        Channels = ["shoulder", "elbow"],
        Units = [ChannelUnit.Degree, ChannelUnit.Radian],
        PolicyDimension = 2,
        RateHz = 1000,
        Monitors = ["stall"],
        Cameras = ["wrist"],
    };

    private LiveViewRig(LiveFeed feed, DashboardServer server)
    {
        Feed = feed;
        Server = server;
        Feed.Session = Session;
    }

    public LiveFeed Feed { get; }

    public DashboardServer Server { get; }

    public StagedSession Session { get; } = new();

    public static async Task<LiveViewRig> StartAsync(bool canCommand = true)
    {
        LiveTokens tokens = LiveTokens.New();
        LiveFeed feed = LiveFeed.Start(new LiveFeedOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0), Tokens = tokens }, TimeProvider.System);
        FeedRobot robot = new(feed.Address, canCommand ? tokens.Operator : tokens.Viewer, TimeProvider.System);
        return new LiveViewRig(feed, await DashboardServer.StartAsync(new DashboardOptions { Live = robot }, TimeProvider.System));
    }

    public FlightRecorder Record(string run = "run-1")
    {
        FlightRecorder recorder = FlightRecorder.Start(
            new FlightRecorderOptions { Tap = Feed.Tap(), OwnThread = false },
            Layout,
            new FlightSession { RunId = run, StartMonotonicNs = 0, StartUtcNs = 1_000_000_000, Task = "stack the cups" },
            TimeProvider.System);
        recorder.Attach("guarded.contract.yaml", "application/yaml", System.Text.Encoding.UTF8.GetBytes(Contract));
        recorder.Pump();
        return recorder;
    }

    public static void Step(FlightRecorder recorder, long tick, double value, int verdict = 0, int source = 0)
    {
        StepFrame frame = recorder.Frame;
        frame.ActionSource = source;
        (frame.Tick, frame.MonotonicNs, frame.Verdict, frame.SupervisorState, frame.LatenessNs) = (tick, tick * 1_000_000, verdict, 2, 5000);
        frame.Guarded.Fill(value);
        frame.State.Fill(value);
        frame.Parts = StepParts.Guarded | StepParts.State;
        recorder.Commit();
        recorder.Pump();
    }

    public Task<TestBrowser> BrowseAsync() => TestBrowser.OpenAsync(Server.Address);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Feed.Dispose();
    }
}
