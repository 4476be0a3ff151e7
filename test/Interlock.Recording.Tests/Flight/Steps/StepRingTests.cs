using System.Buffers.Binary;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Recording.Tests.Flight.Steps;

public sealed class StepRingTests
{
    private const int RecordBytes = 64;

    [Fact]
    public void Records_come_out_in_order_and_a_full_ring_drops_the_newest_and_counts()
    {
        StepRing ring = new(3, RecordBytes);
        Assert.Equal([true, true, true, false, false], Enumerable.Range(0, 5).Select(i => ring.TryWrite(Record(i))));
        Assert.Equal(2, ring.Dropped);
        Assert.Equal([0, 1, 2], Drained(ring));
        Assert.True(ring.TryWrite(Record(9)));
        Assert.Equal([9], Drained(ring));
    }

    [Fact]
    public void Writing_and_dropping_allocate_nothing()
    {
        StepRing ring = new(100, RecordBytes);
        byte[] record = Record(1);
        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            for (int i = 0; i < 150; i++)
            {
                ring.TryWrite(record);
            }

            while (ring.TryRead(record))
            {
            }
        }));
    }

    [Fact]
    public async Task Two_threads_lose_nothing_but_what_is_counted_and_tear_no_record()
    {
        const int Steps = 200_000;
        StepRing ring = new(64, RecordBytes);
        Task producer = Task.Run(() =>
        {
            byte[] record = new byte[RecordBytes];
            for (int i = 0; i < Steps; i++)
            {
                record.AsSpan().Fill((byte)i);
                BinaryPrimitives.WriteInt64LittleEndian(record, i);
                ring.TryWrite(record);
            }
        });
        byte[] got = new byte[RecordBytes];
        long received = 0;
        long last = -1;
        while (!producer.IsCompleted || received + ring.Dropped < Steps)
        {
            if (ring.TryRead(got))
            {
                long number = BinaryPrimitives.ReadInt64LittleEndian(got);
                Assert.True(number > last);
                Assert.Equal(-1, got.AsSpan(8).IndexOfAnyExcept((byte)number));
                last = number;
                received++;
            }
        }

        await producer;
        Assert.Equal(Steps, received + ring.Dropped);
    }

    [Fact]
    public void A_record_of_another_size_is_refused() =>
        Assert.Throws<ArgumentException>(() => new StepRing(1, RecordBytes).TryWrite(new byte[RecordBytes + 1]));

    private static byte[] Record(long number)
    {
        byte[] record = new byte[RecordBytes];
        BinaryPrimitives.WriteInt64LittleEndian(record, number);
        return record;
    }

    private static List<long> Drained(StepRing ring)
    {
        List<long> numbers = [];
        byte[] record = new byte[RecordBytes];
        while (ring.TryRead(record))
        {
            numbers.Add(BinaryPrimitives.ReadInt64LittleEndian(record));
        }

        return numbers;
    }
}
