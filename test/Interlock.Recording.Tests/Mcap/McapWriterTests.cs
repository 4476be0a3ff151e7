using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Tests.Mcap;

public sealed class McapWriterTests
{
    private static readonly List<McapMessage> Sample = SampleRecording.Messages(300, seed: 2);

    [Fact]
    public void The_checksum_is_the_published_one() => Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));

    [Fact]
    public void A_checksum_in_parts_is_the_checksum_of_the_whole() =>
        Assert.Equal(Crc32.Of("the quick brown fox"u8), Crc32.Append(Crc32.Of("the quick"u8), " brown fox"u8));

    [Fact]
    public void Equal_input_gives_equal_bytes()
    {
        McapMetadata turned = new("m", new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" });
        McapMetadata straight = new("m", new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });
        Assert.Equal(WithMetadata(turned), WithMetadata(straight));
    }

    [Fact]
    public void A_message_allocates_nothing_once_the_buffers_have_grown()
    {
        using McapWriter writer = SampleRecording.Begin(Stream.Null, new McapWriterOptions { ChunkBytes = 1 << 14 });
        byte[] data = new byte[200];
        uint sequence = 0;
        long bytes = AllocatedBytes.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                writer.WriteMessage(1, sequence, sequence, sequence, data);
                writer.WriteMessage(2, sequence, sequence, sequence++, data);
            }
        });
        Assert.Equal(0, bytes);
    }

    [Fact]
    public void What_was_flushed_is_there_before_the_file_is_finished()
    {
        using MemoryStream stream = new();
        using McapWriter writer = SampleRecording.Begin(stream, new McapWriterOptions { ChunkDurationNs = ulong.MaxValue });
        Sample.ForEach(message => SampleRecording.Write(writer, message));
        long before = stream.Length;
        writer.Flush();
        Assert.True(stream.Length > before + Sample.Sum(message => message.Data.Length));
        Assert.Equal((ulong)stream.Length, writer.BytesWritten);
    }

    [Fact]
    public void A_chunk_spans_less_than_its_time_bound()
    {
        using McapReader reader = SampleRecording.Open(SampleRecording.Bytes(Sample, new McapWriterOptions { ChunkDurationNs = 30_000_000 }));
        Assert.InRange(reader.Statistics!.ChunkCount, 10u, 20u);
    }

    [Fact]
    public void A_failed_disk_closes_the_writer_and_leaves_the_exception()
    {
        McapWriter writer = SampleRecording.Begin(new FullDisk(2000), new McapWriterOptions { ChunkBytes = 500 });
        Assert.Throws<IOException>(() => Sample.ForEach(message => SampleRecording.Write(writer, message)));
        Assert.Throws<ObjectDisposedException>(() => SampleRecording.Write(writer, Sample[0]));
        writer.Dispose();
    }

    [Fact]
    public void Ids_are_used_once_and_channels_need_their_schema()
    {
        using McapWriter writer = new(new MemoryStream());
        Assert.Throws<ArgumentException>(() => writer.AddChannel("/a", "json", schemaId: 7));
        ushort id = writer.AddChannel("/a", "json", schemaId: 0);
        Assert.Throws<ArgumentException>(() => writer.AddChannel(new McapChannel(id, 0, "/b", "json", new Dictionary<string, string>())));
        Assert.Throws<ArgumentException>(() => writer.WriteMessage(9, 0, 0, 0, []));
    }

    private static byte[] WithMetadata(McapMetadata metadata)
    {
        using MemoryStream stream = new();
        using (McapWriter writer = SampleRecording.Begin(stream, null))
        {
            writer.WriteMetadata(metadata);
            Sample.ForEach(message => SampleRecording.Write(writer, message));
        }

        return stream.ToArray();
    }

    private sealed class FullDisk(int room) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > room)
            {
                throw new IOException("no space left on device");
            }

            base.Write(buffer);
        }
    }
}
