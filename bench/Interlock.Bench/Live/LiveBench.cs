using System.Diagnostics;
using System.Net;
using Interlock.Bench.Loop;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Live;
using Interlock.Runtime.Loop;

namespace Interlock.Bench.Live;

/// <summary>
/// Whether a live feed disturbs the loop: 1 kHz with 14 channels and the recorder on its own thread, without a feed, and with one that nobody,
/// a reading, a hanging or a killed viewer is connected to. Viewers are processes of their own. The runs without a feed come first and last:
/// what differs between them is the machine.
/// </summary>
internal static class LiveBench
{
    public const int DefaultSeconds = 6;

    private const int Channels = 14;
    private const int WarmTicks = 3000;

    public static void Run(TextWriter output, int seconds)
    {
        output.WriteLine("viewer        late p50 us   p99 us  p99.9 us    max us   work p50 us   p99 us  missed  bytes/tick   sent messages dropped");
        foreach (string kind in new[] { "no feed", "idle", "reading", "hanging", "killed", "no feed" })
        {
            string line = "";
            Thread thread = new(() => line = Measure(kind, seconds));
            thread.Start();
            thread.Join();
            output.WriteLine(line);
        }
    }

    private static string Measure(string kind, int seconds)
    {
        using LiveFeed? feed = kind == "no feed" ? null : LiveFeed.Start(new LiveFeedOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0) }, TimeProvider.System);
        using MonotonicClock clock = new();
        using RecordedLoop loop = new(Channels, clock, records: true, new FlightRecorderOptions { OpenStream = () => Stream.Null, Tap = feed?.Tap() });
        using Process? viewer = kind is "no feed" or "idle" ? null : LiveViewerProcess.Start(feed!.Address, kind == "hanging" ? "hang" : "read");
        int ticks = seconds * (int)RecordedLoop.ControlHz;
        LiveTimes times = new(ticks);
        for (int i = 0; i < WarmTicks; i++)
        {
            loop.Tick();
        }

        for (int i = 0; i < ticks; i++)
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            bool counts = loop.Tick();
            times.Add(loop.Whole.Loop.Timings, counts ? GC.GetAllocatedBytesForCurrentThread() - bytes : 0);
            if (kind == "killed" && i == ticks / 2)
            {
                viewer!.Kill();
            }
        }

        string dropped = feed is null ? "" : $"{feed.Counts.Served} served, {feed.Counts.Slow} slow, {feed.Counts.Dropped} dropped";
        if (viewer is { HasExited: false })
        {
            viewer.Kill();
        }

        loop.RequireMotion();
        return $"{kind,-12}  {times.Words(loop.Whole.Loop.MissedTicks)}   {dropped}";
    }
}
