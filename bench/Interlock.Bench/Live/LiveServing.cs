using System.Globalization;
using System.Net;
using Interlock.Bench.Loop;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Live;

namespace Interlock.Bench.Live;

/// <summary>A loop of 1 kHz with 14 channels and its live feed for some seconds, for viewers to be measured on. Prints where the feed is.</summary>
internal static class LiveServing
{
    private const int Channels = 14;

    public static void Run(TextWriter output, int seconds)
    {
        using LiveFeed feed = LiveFeed.Start(new LiveFeedOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0) }, TimeProvider.System);
        using MonotonicClock clock = new();
        using RecordedLoop loop = new(Channels, clock, records: true, new FlightRecorderOptions { OpenStream = () => Stream.Null, Tap = feed.Tap() });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"live feed: {feed.Address}"));
        for (int i = 0; i < seconds * (int)RecordedLoop.ControlHz; i++)
        {
            loop.Tick();
        }
    }
}
