using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Tests.Flight;

public sealed class FlightFaultTests
{
    [Fact]
    public void A_full_disk_ends_the_recording_and_not_the_robot()
    {
        using FullDisk disk = new(100_000);
        using FlightRecorder recorder = FlightSample.Start(disk);
        FlightSample.Run(recorder, 0, 2000);
        FlightHealth health = recorder.Health;
        Assert.Equal("RC021", health.Fault!.Code);
        Assert.True(health.StepsDropped > 0);
        Assert.False(recorder.RecordImage(FlightSample.Jpeg(1)));
        Assert.Equal(1, recorder.Health.ItemsDropped);
        recorder.Dispose();
        Assert.Equal(2000, recorder.Health.StepsWritten + recorder.Health.StepsDropped);
    }

    [Fact]
    public void What_was_written_before_the_disk_was_full_can_be_opened()
    {
        using TemporaryFolder folder = new();
        using FullDisk disk = new(1_000_000);
        using (FlightRecorder recorder = FlightSample.Start(disk))
        {
            FlightSample.Run(recorder, 0, 2000);
        }

        string path = folder.Write("run.mcap", disk.Taken);
        using FlightLog log = FlightLog.Open(path);
        Assert.NotNull(log.Recovery);
        long[] ticks = [.. log.Steps().Select(step => step.Tick)];
        Assert.Equal(Enumerable.Range(0, ticks.Length).Select(tick => (long)tick), ticks);
        Assert.True(ticks.Length > 100);
    }

    [Fact]
    public void Images_beyond_the_bound_are_dropped_and_counted()
    {
        using MemoryStream stream = new();
        FlightRecorderOptions options = new() { OpenStream = () => stream, OwnThread = false, QueueBytes = 10_000 };
        using FlightRecorder recorder = FlightRecorder.Start(options, FlightSample.Layout, FlightSample.Session, TimeProvider.System);
        bool[] taken = [.. Enumerable.Range(0, 5).Select(i => recorder.RecordImage(FlightSample.Jpeg(i, 4000)))];
        Assert.Equal([true, true, false, false, false], taken);
        recorder.Pump();
        Assert.True(recorder.RecordImage(FlightSample.Jpeg(9, 4000)));
        Assert.Equal(3, recorder.Health.ItemsDropped);
    }

    [Fact]
    public void A_stopped_recorder_takes_nothing_and_says_so()
    {
        FlightRecorder recorder = FlightSample.Start(new MemoryStream());
        recorder.Dispose();
        Assert.False(recorder.RecordText(0, FlightLevel.Info, "x", "late"));
        Assert.Equal(1, recorder.Health.ItemsDropped);
    }

    /// <summary>A device with so much room and no more.</summary>
    private sealed class FullDisk(int roomBytes) : MemoryStream
    {
        public byte[] Taken => ToArray();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            int room = (int)Math.Min(buffer.Length, roomBytes - Length);
            base.Write(buffer[..room]);
            if (room < buffer.Length)
            {
                throw new IOException("No space left on device");
            }
        }
    }
}
