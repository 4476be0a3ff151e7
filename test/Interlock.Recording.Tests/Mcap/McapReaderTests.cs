using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Tests.Mcap;

public sealed class McapReaderTests
{
    private static readonly McapWriterOptions SmallChunks = new() { ChunkBytes = 2000 };
    private static readonly List<McapMessage> Sample = SampleRecording.Messages(400, seed: 1);

    public static TheoryData<McapWriterOptions, bool> Layouts => new()
    {
        { SmallChunks, true },
        { new McapWriterOptions { ChunkDurationNs = 20_000_000 }, true },
        { SmallChunks with { UseMessageIndex = false }, true },
        { SmallChunks with { UseChunkIndex = false }, false },
        { SmallChunks with { RepeatSchemas = false }, false },
        { new McapWriterOptions { UseChunks = false }, false },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Messages_come_by_log_time_whatever_the_layout(McapWriterOptions options, bool indexed)
    {
        using McapReader reader = SampleRecording.Open(SampleRecording.Bytes(Sample, options));
        Assert.Equal(indexed, reader.IsIndexed);
        Assert.Equal(SampleRecording.Texts(Sample.OrderBy(message => message.LogTimeNs)), SampleRecording.Texts(reader.Messages()));
        Assert.Equal(SampleRecording.Texts(Sample), SampleRecording.Texts(reader.Messages(new McapQuery { Order = McapOrder.File })));
        reader.Verify();
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_query_keeps_one_channel_and_a_range_of_time(McapWriterOptions options, bool indexed)
    {
        using McapReader reader = SampleRecording.Open(SampleRecording.Bytes(Sample, options));
        McapQuery query = new() { Channels = new HashSet<ushort> { 2 }, FromNs = 50_000_000, ToNs = 200_000_000 };
        IEnumerable<McapMessage> expected = Sample.Where(message => message is { ChannelId: 2, LogTimeNs: >= 50_000_000 and <= 200_000_000 });
        Assert.Equal(SampleRecording.Texts(expected.OrderBy(message => message.LogTimeNs)), SampleRecording.Texts(reader.Messages(query)));
        Assert.Equal(indexed, reader.IsIndexed);
    }

    [Fact]
    public void Attachment_metadata_channels_and_counts_are_found()
    {
        using McapReader reader = SampleRecording.Open(SampleRecording.Bytes(Sample, SmallChunks));
        Assert.Equal(SampleRecording.Contract.Data.ToArray(), reader.Read(reader.Attachments[0]).Data.ToArray());
        Assert.Equal("arm", reader.Read(reader.Metadata[0]).Entries["robot"]);
        Assert.Equal(["/action/raw", "/action/guarded"], reader.Channels.Values.Select(channel => channel.Topic));
        Assert.Equal(400UL, reader.Statistics!.MessageCount);
        Assert.Equal((ulong)Sample.Count(message => message.ChannelId == 2), reader.Statistics.ChannelMessageCounts[2]);
    }

    [Fact]
    public void A_file_without_its_end_is_named_unfinished()
    {
        byte[] bytes = SampleRecording.Bytes(Sample, SmallChunks)[..^10];
        Assert.Equal("RC002", CodeOf(() => SampleRecording.Open(bytes)));
    }

    [Fact]
    public void Another_file_is_not_mcap() => Assert.Equal("RC001", CodeOf(() => SampleRecording.Open("a,b\n1,2\n"u8.ToArray())));

    [Fact]
    public void A_missing_file_is_a_finding() => Assert.Equal("RC012", CodeOf(() => McapReader.Open("nowhere.mcap")));

    [Fact]
    public void A_compressed_chunk_is_refused_with_the_name_of_the_algorithm()
    {
        DiagnosticException refused = Assert.Throws<DiagnosticException>(() => SampleRecording.Open(CompressedFile.Zstd()));
        Assert.Equal("RC007", refused.Diagnostics[0].Code);
        Assert.Contains("'zstd'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_overlapping_chunks_than_the_limit_are_refused()
    {
        List<McapMessage> backwards = [.. Sample.Select((message, i) => message with { LogTimeNs = i % 2 == 0 ? 0UL : 1_000 })];
        using McapReader reader = SampleRecording.Open(SampleRecording.Bytes(backwards, SmallChunks), new McapLimits { LargestOpenChunksBytes = 5000 });
        Assert.Equal("RC011", CodeOf(() => reader.Messages().Count()));
    }

    [Fact]
    public void Damage_in_a_chunk_is_found_when_it_is_read_and_only_then()
    {
        byte[] bytes = SampleRecording.Bytes(Sample, SmallChunks);
        bytes[bytes.Length / 2] ^= 1;
        using McapReader reader = SampleRecording.Open(bytes);
        Assert.NotEmpty(reader.Messages(new McapQuery { ToNs = 1_000_000 }));
        DiagnosticException damage = Assert.Throws<DiagnosticException>(() => reader.Messages().Count());
        Assert.StartsWith("byte ", damage.Diagnostics[0].Place!.Key, StringComparison.Ordinal);
        Assert.Equal("sample.mcap", damage.Diagnostics[0].Place!.File);
    }

    private static string CodeOf(Action action) => Assert.Throws<DiagnosticException>(action).Diagnostics[0].Code;

    private static string CodeOf(Func<object> action) => Assert.Throws<DiagnosticException>(() => { action(); }).Diagnostics[0].Code;
}
