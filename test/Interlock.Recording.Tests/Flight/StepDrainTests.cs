using System.Buffers.Binary;
using Interlock.Recording.Flight;

namespace Interlock.Recording.Tests.Flight;

public sealed class StepDrainTests
{
    private const int RecordBytes = 8;

    [Fact]
    public void Records_are_flushed_at_the_interval_of_the_clock_and_at_the_end()
    {
        HandClock clock = new();
        StepRing ring = new(10, RecordBytes);
        ListSink sink = new();
        using (StepDrain drain = new(ring, sink, clock))
        {
            Write(ring, 1);
            clock.Advance(TimeSpan.FromMilliseconds(50));
            drain.Drain();
            Assert.Equal([1UL], sink.Times);
            Assert.Equal(0, sink.Flushes);
            clock.Advance(TimeSpan.FromMilliseconds(50));
            drain.Drain();
            Assert.Equal(1, sink.Flushes);
            Write(ring, 2);
        }

        Assert.Equal([1UL, 2UL], sink.Times);
        Assert.Equal(2, sink.Flushes);
    }

    [Fact]
    public void A_failing_sink_ends_the_recording_and_the_ring_counts_on()
    {
        StepRing ring = new(2, RecordBytes);
        using StepDrain drain = new(ring, new ListSink { Fails = true }, new HandClock());
        Write(ring, 1);
        drain.Drain();
        Assert.IsType<IOException>(drain.Fault);
        for (ulong time = 2; time < 7; time++)
        {
            Write(ring, time);
            drain.Drain();
        }

        Assert.Equal(3, ring.Dropped);
    }

    [Fact]
    public void Only_what_lies_around_a_trigger_is_kept()
    {
        ListSink sink = new();
        TriggeredSink triggered = new(sink, capacity: 50, RecordBytes, beforeNs: 10, afterNs: 5);
        for (ulong time = 0; time < 200; time++)
        {
            triggered.Write(Record(time));
            if (time is 100 or 103)
            {
                triggered.Trigger(time);
            }
        }

        Assert.Equal(Enumerable.Range(90, 19).Select(time => (ulong)time), sink.Times);
    }

    private static void Write(StepRing ring, ulong time) => ring.TryWrite(Record(time));

    private static byte[] Record(ulong time)
    {
        byte[] record = new byte[RecordBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(record, time);
        return record;
    }

    private sealed class ListSink : IStepSink
    {
        public List<ulong> Times { get; } = [];

        public int Flushes { get; private set; }

        public bool Fails { get; init; }

        public void Write(ReadOnlySpan<byte> record)
        {
            if (Fails)
            {
                throw new IOException("no space left on device");
            }

            Times.Add(BinaryPrimitives.ReadUInt64LittleEndian(record));
        }

        public void Flush() => Flushes++;
    }

    /// <summary>A clock that stands still until it is moved, with timers that never fire by themselves.</summary>
    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan by) => _ticks += by.Ticks;

        public override long GetTimestamp() => _ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new StillTimer();

        private sealed class StillTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
