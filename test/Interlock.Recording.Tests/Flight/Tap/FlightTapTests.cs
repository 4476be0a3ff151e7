using System.Text;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Tap;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Reading;

namespace Interlock.Recording.Tests.Flight.Tap;

public sealed class FlightTapTests
{
    private const int Ticks = 20;

    [Fact]
    public void A_tap_hears_every_message_with_the_bytes_of_the_file()
    {
        HeardTap tap = new();
        byte[] file = Record(tap);
        Assert.Equal(Read(file), tap.Messages.Select(Words).Order(StringComparer.Ordinal));
        Assert.Equal("metadata interlock.run", tap.Others[0]);
        Assert.Contains("attachment note.txt 5", tap.Others);
        Assert.Equal(["metadata interlock.end", "end"], tap.Others[^2..]);
    }

    [Fact]
    public void A_recording_is_the_same_with_a_tap_and_without() => Assert.Equal(Record(null), Record(new HeardTap()));

    [Fact]
    public void Without_a_file_a_tap_hears_the_same()
    {
        HeardTap with = new();
        HeardTap without = new();
        Record(with);
        Fill(new FlightRecorderOptions { Tap = without, OwnThread = false });
        Assert.Equal(with.Messages.Select(Words), without.Messages.Select(Words));
    }

    [Fact]
    public void Nothing_to_write_to_and_nobody_to_tell_is_an_error_of_the_program() =>
        Assert.Throws<ArgumentException>(() => Fill(new FlightRecorderOptions { OwnThread = false }));

    [Fact]
    public void A_tap_hears_also_what_a_ring_forgets()
    {
        HeardTap tap = new();
        using MemoryStream stream = new();
        Fill(new FlightRecorderOptions { OpenStream = () => stream, Tap = tap, OwnThread = false, Trigger = new FlightTrigger { MemoryBytes = 1 << 20 } });
        Assert.Equal(Ticks, tap.Messages.Count(message => message.Topic == "/loop/timing"));
        Assert.DoesNotContain(Read(stream.ToArray()), line => line.StartsWith("/loop/timing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tap_that_throws_is_let_go_and_the_log_says_so()
    {
        HeardTap broken = new() { BreaksAt = 7 };
        string[] with = Read(Record(broken));
        Assert.Equal(7, broken.Messages.Count);
        Assert.Single(with, line => line.StartsWith("/log", StringComparison.Ordinal) && line.Contains("let go: the tap broke", StringComparison.Ordinal));
        Assert.Equal(Read(Record(null)), with.Where(line => !line.StartsWith("/log", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_control_thread_allocates_nothing_for_a_tap()
    {
        using FlightRecorder recorder = FlightRecorder.Start(
            new FlightRecorderOptions { Tap = new HeardTap(), OwnThread = false }, FlightSample.Layout, FlightSample.Session, TimeProvider.System);
        FlightSample.Run(recorder, 0, Ticks);
        recorder.Frame.Tick = Ticks;
        long before = GC.GetAllocatedBytesForCurrentThread();
        recorder.Commit();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static byte[] Record(IFlightTap? tap)
    {
        using MemoryStream stream = new();
        Fill(new FlightRecorderOptions { OpenStream = () => stream, Tap = tap, OwnThread = false });
        return stream.ToArray();
    }

    private static void Fill(FlightRecorderOptions options)
    {
        using FlightRecorder recorder = FlightRecorder.Start(options, FlightSample.Layout, FlightSample.Session, TimeProvider.System);
        recorder.Attach("note.txt", "text/plain", Encoding.ASCII.GetBytes("hello"));
        FlightSample.Run(recorder, 0, Ticks / 2);
        recorder.Pump();
        FlightSample.Run(recorder, Ticks / 2, Ticks);
        recorder.Pump();
    }

    private static string Words((string Topic, ulong TimeNs, byte[] Data) message) => $"{message.Topic} {message.TimeNs} {Encoding.UTF8.GetString(message.Data)}";

    private static string[] Read(byte[] file)
    {
        using McapReader reader = McapReader.Open(new MemoryStream(file));
        return [.. reader.Messages().Select(message =>
            Words((reader.Channels[message.ChannelId].Topic, message.LogTimeNs, message.Data.ToArray()))).Order(StringComparer.Ordinal)];
    }
}
