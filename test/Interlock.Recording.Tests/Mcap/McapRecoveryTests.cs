using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Recovery;
using Interlock.Recording.Mcap.Wire;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Tests.Mcap;

public sealed class McapRecoveryTests
{
    private static readonly McapWriterOptions SmallChunks = new() { ChunkBytes = 800 };
    private static readonly List<McapMessage> Sample = SampleRecording.Messages(80, seed: 3);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cut_at_any_byte_everything_up_to_the_last_complete_message_is_recovered(bool chunks)
    {
        byte[] whole = SampleRecording.Bytes(Sample, SmallChunks with { UseChunks = chunks });
        long[] ends = MessageEnds(whole);
        Assert.Equal(Sample.Count, ends.Length);
        string[] texts = SampleRecording.Texts(Sample);
        long headerEnd = 8 + 9 + 8 + "interlock".Length;
        for (int cut = (int)headerEnd; cut <= whole.Length; cut++)
        {
            (byte[] recovered, McapRecoveryReport report) = Recover(whole[..cut]);
            int complete = ends.Count(end => end <= cut);
            using McapReader reader = SampleRecording.Open(recovered);
            reader.Verify();
            Assert.Equal(texts[..complete], SampleRecording.Texts(reader.Messages(new McapQuery { Order = McapOrder.File })));
            Assert.Equal((ulong)complete, report.Messages);
            Assert.Equal(cut == whole.Length, report.WasComplete);
        }
    }

    [Fact]
    public void Damaged_bytes_cost_the_chunks_they_lie_in_and_nothing_false_comes_back()
    {
        byte[] whole = SampleRecording.Bytes(Sample, SmallChunks);
        HashSet<string> written = [.. SampleRecording.Texts(Sample)];
        SeededRandom random = new(4);
        ulong saved = 0;
        const int Rounds = 3000;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] damaged = [.. whole];
            damaged[random.NextInt(damaged.Length)] ^= (byte)(1 + random.NextInt(255));
            (byte[] recovered, McapRecoveryReport report) = Recover(damaged);
            using McapReader reader = SampleRecording.Open(recovered);
            string[] back = SampleRecording.Texts(reader.Messages());
            Assert.Subset(written, back.ToHashSet());
            Assert.Equal(back.Length, back.Distinct().Count());
            Assert.InRange(back.Length, Sample.Count - 30, Sample.Count);
            saved += report.Messages;
        }

        Assert.InRange((double)saved / (Rounds * (ulong)Sample.Count), 0.8, 1.0);
    }

    [Fact]
    public void The_first_chunk_may_be_lost_when_the_summary_knows_its_channels()
    {
        byte[] whole = SampleRecording.Bytes(Sample, SmallChunks);
        int firstChunk = whole.AsSpan().IndexOf("jsonschema"u8);
        whole[firstChunk] ^= 1;
        (_, McapRecoveryReport report) = Recover(whole);
        Assert.InRange(report.Messages, 40UL, 79UL);
        Assert.Equal((ulong)Sample.Count - report.Messages, report.MessagesMissing);
        Assert.Equal("RC020", report.Losses[0].Code);
    }

    [Fact]
    public void The_damaged_file_stays_and_the_target_is_never_overwritten()
    {
        using TemporaryFolder folder = new();
        byte[] cut = SampleRecording.Bytes(Sample, SmallChunks)[..^100];
        string path = folder.Write("run.mcap", cut);
        string target = folder.PathOf("run.recovered.mcap");
        McapRecovery.Recover(path, target);
        Assert.Equal(cut, File.ReadAllBytes(path));
        Assert.Equal("RC014", Assert.Throws<DiagnosticException>(() => McapRecovery.Recover(path, target)).Diagnostics[0].Code);
        Assert.Equal("RC014", Assert.Throws<DiagnosticException>(() => McapRecovery.Recover(path, path)).Diagnostics[0].Code);
        Assert.Equal(2, Directory.GetFiles(folder.Root).Length);
    }

    [Fact]
    public void A_file_that_is_no_recording_leaves_nothing_behind()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("notes.txt", "not a recording at all, not even nearly");
        Assert.Equal("RC013", Assert.Throws<DiagnosticException>(() => McapRecovery.Recover(path, folder.PathOf("out.mcap"))).Diagnostics[0].Code);
        Assert.Single(Directory.GetFiles(folder.Root));
    }

    private static (byte[] Recovered, McapRecoveryReport Report) Recover(byte[] damaged)
    {
        using MemoryStream target = new();
        McapRecoveryReport report = McapRecovery.Recover(new MemoryStream(damaged), target, "damaged.mcap");
        return (target.ToArray(), report);
    }

    // Found by the data of the messages, independently of any reader of records.
    private static long[] MessageEnds(byte[] whole)
    {
        List<long> ends = [];
        int from = 0;
        RecordBuffer record = new(256);
        foreach (McapMessage message in Sample)
        {
            record.Clear();
            RecordEncoder.WriteMessage(record, message.ChannelId, message.Sequence, message.LogTimeNs, message.PublishTimeNs, message.Data.Span);
            from += whole.AsSpan(from).IndexOf(record.Written) + record.Length;
            ends.Add(from);
        }

        return [.. ends];
    }
}
