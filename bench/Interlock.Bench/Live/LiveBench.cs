using System.Net;
using Interlock.Bench.Loop;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Live;

namespace Interlock.Bench.Live;

/// <summary>
/// Whether a live feed or the dashboard disturbs the loop: 1 kHz with 14 channels and the recorder on its own thread, without a feed, and with one that
/// nobody, a reading, a hanging or a killed viewer is connected to. Viewers are processes of their own. All kinds come once per round, so that what the
/// machine does meanwhile meets all of them; what differs between the rounds of one kind is the machine.
/// </summary>
internal static class LiveBench
{
    public const int DefaultSeconds = 6;

    private const int Channels = 14;
    private const int WarmTicks = 3000;
    private const int Rounds = 5;

    /// <summary>Measures and prints.</summary>
    /// <param name="output">Table.</param>
    /// <param name="seconds">Of every run.</param>
    /// <param name="isFifo">True for the loop's thread under SCHED_FIFO, as `loop.priority: fifo` sets it.</param>
    public static void Run(TextWriter output, int seconds, bool isFifo)
    {
        output.WriteLine(isFifo ? "loop under SCHED_FIFO" : "loop at ordinary priority");
        LiveViewer[] kinds = [.. Enum.GetValues<LiveViewer>().Where(kind => kind != LiveViewer.Browser || LiveViewerProcess.HasBrowser)];
        Dictionary<LiveViewer, List<LiveTimes>> rounds = kinds.ToDictionary(kind => kind, _ => new List<LiveTimes>());
        for (int round = 0; round < Rounds; round++)
        {
            foreach (LiveViewer kind in kinds)
            {
                Thread thread = new(() => rounds[kind].Add(Measure(kind, seconds, isFifo)));
                thread.Start();
                thread.Join();
            }
        }

        LiveTable.Write(output, rounds);
    }

    private static LiveTimes Measure(LiveViewer kind, int seconds, bool isFifo)
    {
        using LiveFeed? feed = kind == LiveViewer.None ? null : LiveFeed.Start(new LiveFeedOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0) }, TimeProvider.System);
        using MonotonicClock clock = new();
        using RecordedLoop loop = new(Channels, clock, records: true, new FlightRecorderOptions { OpenStream = () => Stream.Null, Tap = feed?.Tap() });
        using LiveViewerProcess? viewer = kind is LiveViewer.None or LiveViewer.Idle ? null : LiveViewerProcess.Start(feed!.Address, kind);
        int ticks = seconds * (int)RecordedLoop.ControlHz;
        LiveTimes times = new(ticks);
        if (isFifo && RealTimePriority.TryRaise() is { } refusal)
        {
            throw new InvalidOperationException(refusal);
        }

        for (int i = 0; i < WarmTicks; i++)
        {
            loop.Tick();
        }

        long missedBefore = loop.Whole.Loop.MissedTicks;
        for (int i = 0; i < ticks; i++)
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            bool counts = loop.Tick();
            times.Add(loop.Whole.Loop.Timings, counts ? GC.GetAllocatedBytesForCurrentThread() - bytes : 0);
            if (kind is LiveViewer.ReadingKilled or LiveViewer.DashboardKilled && i == ticks / 2)
            {
                viewer!.KillSoon();
            }
        }

        times.Missed = loop.Whole.Loop.MissedTicks - missedBefore;
        times.Dropped = feed?.Counts.Dropped ?? 0;
        loop.RequireMotion();
        return times;
    }
}
