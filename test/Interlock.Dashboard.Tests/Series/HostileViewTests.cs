using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Tests.Series;

/// <summary>Recordings that somebody changed on purpose, through everything that pages ask of a view: refused, or shown as far as they go and said so; never anything else.</summary>
public sealed class HostileViewTests : IDisposable
{
    private const string WiderRuns = "INTERLOCK_HOSTILE_VIEWS";
    private const int Runs = 2000;

    // The recording has 0.4 MB. Its views, its recovery and its slices may take some times that, whatever its numbers claim.
    private const long MostBytes = 64 << 20;

    // Only a hang takes this long.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Lies => [.. LieTable.Keys];

    // Numbers of the format: a chunk begins with start, end and unpacked size; its index with start, end, offset and length; an attachment's index with offset, length,
    // two times and the size of the data; metadata's with offset and length; statistics with the count of messages and, behind a u16, three more u32 of which the last but
    // one counts chunks; the footer with where the summary begins.
    private static Dictionary<string, Action<McapSurgeon>> LieTable { get; } = new()
    {
        ["a chunk beyond the file"] = file => file.Write(McapSurgeon.ChunkIndex, 1, 16, 1UL << 40),
        ["a chunk at the largest offset"] = file => file.Write(McapSurgeon.ChunkIndex, 1, 16, ulong.MaxValue),
        ["two chunks at one place"] = file => file.Write(McapSurgeon.ChunkIndex, 1, 16, file.Read(McapSurgeon.ChunkIndex, 0, 16)),
        ["a chunk that is longer than it is"] = file => file.Write(McapSurgeon.ChunkIndex, 0, 24, file.Read(McapSurgeon.ChunkIndex, 0, 24) + 100),
        ["a chunk of another time than its index says"] = file => file.Write(McapSurgeon.ChunkIndex, 0, 8, ulong.MaxValue),
        ["a chunk that ends before it begins"] = file => file.Write(McapSurgeon.Chunk, 0, 8, 1UL).Write(McapSurgeon.ChunkIndex, 0, 8, 1UL),
        ["a chunk that unpacks to more"] = file => file.Write(McapSurgeon.Chunk, 0, 16, 1UL << 40),
        ["a chunk and its index that unpack to more"] = file => file.Write(McapSurgeon.Chunk, 0, 16, 1UL << 40).Write(McapSurgeon.ChunkIndex, 0, ChunkIndexEnd(file), 1UL << 40),
        ["a compression that nobody knows"] = file => file.Write(McapSurgeon.Chunk, 0, 28, 4U),
        ["a record of 2^63 bytes"] = file => file.Write(McapSurgeon.Chunk, 1, -8, 1UL << 63),
        ["a record of all bytes there are"] = file => file.Write(McapSurgeon.Chunk, 1, -8, ulong.MaxValue),
        ["an attachment of 2^63 bytes in the index"] = file => file.Write(McapSurgeon.AttachmentIndex, 0, 32, 1UL << 63),
        ["an attachment of -1 bytes in the index"] = file => file.Write(McapSurgeon.AttachmentIndex, 0, 32, ulong.MaxValue),
        ["an attachment of 2^63 bytes"] = file => file.Write(McapSurgeon.Attachment, 0, -8, 1UL << 63),
        ["an attachment beyond the file"] = file => file.Write(McapSurgeon.AttachmentIndex, 0, 0, 1UL << 62),
        ["metadata beyond the file"] = file => file.Write(McapSurgeon.MetadataIndex, 0, 0, 1UL << 62),
        ["metadata of 2^63 bytes"] = file => file.Write(McapSurgeon.MetadataIndex, 0, 8, 1UL << 63),
        ["statistics of more messages"] = file => file.Write(McapSurgeon.Statistics, 0, 0, ulong.MaxValue),
        ["statistics of more chunks"] = file => file.Write(McapSurgeon.Statistics, 0, 22, uint.MaxValue),
        ["statistics of other times"] = file => file.Write(McapSurgeon.Statistics, 0, 26, ulong.MaxValue).Write(McapSurgeon.Statistics, 0, 34, 0UL),
        ["a summary beyond the file"] = file => file.Write(McapSurgeon.Footer, 0, 0, ulong.MaxValue),
        ["a summary where the data begin"] = file => file.Write(McapSurgeon.Footer, 0, 0, 8UL),
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_number_that_lies_is_refused_told_or_changes_nothing(string lie)
    {
        McapSurgeon file = new(HostileRecording.Whole());
        ViewDigest? honest = Look(file.Bytes);
        LieTable[lie](file);
        ViewDigest? lied = Look(file.Bytes);

        Assert.NotNull(honest);
        Assert.True(lied is null || lied.IsTold || lied.Steps == honest.Steps && lied.Content.SequenceEqual(honest.Content), $"{lied?.Steps} steps and nothing was said");
    }

    [Fact]
    public async Task Changed_recordings_are_refused_or_shown_as_far_as_they_go()
    {
        int runs = int.TryParse(Environment.GetEnvironmentVariable(WiderRuns), NumberStyles.None, CultureInfo.InvariantCulture, out int wider) ? wider : Runs;
        byte[][] files =
        [
            HostileRecording.Whole(),
            HostileRecording.Whole(overview: false),
            new McapSurgeon(HostileRecording.Whole()).Bytes,
            new McapSurgeon(HostileRecording.Whole(overview: false)).Bytes,
        ];
        int shown = await Task.Run(() => Enumerable.Range(0, runs).Count(run => Look(HostileRecording.Mutated(files[run % files.Length], new SeededRandom((ulong)run))) is not null)).WaitAsync(Bound);
        Assert.InRange(shown, runs / 4, runs - 1);
    }

    /// <summary>Asks a view for everything; null where it was refused.</summary>
    private ViewDigest? Look(byte[] bytes)
    {
        string path = _folder.Write("x.mcap", bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using EpisodeView view = EpisodeView.Open(path);
            return ViewDigest.Of(view);
        }
        catch (DiagnosticException refusal)
        {
            Assert.Matches("^RC0[0-4][0-9]$", refusal.Diagnostics[0].Code);
            return null;
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        }
    }

    // Behind offsets of the message indexes, their length, an empty compression and the packed size.
    private static int ChunkIndexEnd(McapSurgeon file) => 32 + 4 + (int)(uint)file.Read(McapSurgeon.ChunkIndex, 0, 32) + 8 + 4 + 8;
}
