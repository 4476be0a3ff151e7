using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>
/// Reads a finished MCAP file: by its index where the summary has a complete one, else by one walk through it when it is opened. Every
/// checksum on the way is verified; every fault is a <see cref="DiagnosticException"/> with file, byte and code. Memory is bounded by
/// <see cref="McapLimits"/>. Compressed chunks are refused (RC007). Not thread-safe.
/// </summary>
public sealed class McapReader : IDisposable
{
    private readonly Stream _stream;
    private readonly ByteSource _source;
    private readonly FileFrame _frame;
    private readonly FileContents _contents;
    private readonly RegionReader _regions;
    private readonly Lock _loading = new();
    private bool _isVerified;

    private McapReader(Stream stream, string? name, McapLimits? limits)
    {
        _stream = stream;
        _source = new ByteSource(stream, name, limits ?? new McapLimits());
        _frame = FileFrame.Read(_source);
        FileContents summary = SummaryReader.Read(_source, _frame);
        IsIndexed = summary.IsIndexed;
        _contents = IsIndexed ? summary : Walked(summary.Statistics);
        _regions = new RegionReader(_source, _contents.Definitions, IsIndexed ? VerifyOnce : null);
    }

    /// <summary>First record of the file.</summary>
    public McapHeader Header => _frame.Header;

    /// <summary>True when the file is read by its index; false when it was walked through.</summary>
    public bool IsIndexed { get; }

    /// <summary>Schemas by id.</summary>
    public IReadOnlyDictionary<ushort, McapSchema> Schemas => _contents.Definitions.Schemas;

    /// <summary>Channels by id.</summary>
    public IReadOnlyDictionary<ushort, McapChannel> Channels => _contents.Definitions.Channels;

    /// <summary>What the writer counted; null when it did not.</summary>
    public McapStatistics? Statistics => _contents.Statistics;

    /// <summary>Attachments, in the order of the index or the file.</summary>
    public IReadOnlyList<McapAttachmentIndex> Attachments => _contents.Attachments;

    /// <summary>Metadata records, in the order of the index or the file.</summary>
    public IReadOnlyList<McapMetadataIndex> Metadata => _contents.Metadata;

    /// <summary>Opens a file.</summary>
    /// <exception cref="DiagnosticException">RC001 to RC012: see <c>docs/codes</c>.</exception>
    public static McapReader Open(string path, McapLimits? limits = null)
    {
        FileStream stream = McapFile.OpenRead(path);
        try
        {
            return new McapReader(stream, path, limits);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Opens a stream that can seek; the reader disposes it.</summary>
    /// <param name="stream">The whole file.</param>
    /// <param name="name">Its name in findings; null for none.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <exception cref="DiagnosticException">RC001 to RC012: see <c>docs/codes</c>.</exception>
    public static McapReader Open(Stream stream, string? name = null, McapLimits? limits = null) => new(stream, name, limits);

    /// <summary>Messages that <paramref name="query"/> wants; null for all, by log time. Faults are thrown while iterating.</summary>
    /// <exception cref="DiagnosticException">RC003 to RC012: see <c>docs/codes</c>.</exception>
    public IEnumerable<McapMessage> Messages(McapQuery? query = null)
    {
        McapQuery wanted = query ?? new McapQuery();
        IEnumerable<MessageRegion> regions = Regions(wanted);
        return wanted.Order == McapOrder.LogTime
            ? LogTimeMerge.Of(regions, wanted, _regions, _source)
            : regions.OrderBy(region => region.Offset).SelectMany(region => _regions.Messages(region, wanted));
    }

    /// <summary>The stretches of the file that may have messages that <paramref name="query"/> wants, in the order of the file.</summary>
    internal IEnumerable<MessageRegion> Stretches(McapQuery query) => Regions(query).OrderBy(region => region.Offset);

    /// <summary>The messages of a stretch; from several threads at a time, as long as nothing else is asked of this reader meanwhile.</summary>
    internal List<McapMessage> MessagesOf(MessageRegion region, McapQuery query)
    {
        byte[] bytes;
        lock (_loading)
        {
            bytes = _regions.Load(region);
        }

        return _regions.Messages(region, query, bytes);
    }

    /// <summary>Reads an attachment and verifies its checksum.</summary>
    /// <param name="index">One of <see cref="Attachments"/>.</param>
    public McapAttachment Read(McapAttachmentIndex index)
    {
        RecordExtent record = Indexed(index.Offset, index.Length, Opcode.Attachment);
        McapAttachment attachment = RecordDecoder.Attachment(_source.Fields(_source.Content(record), record));
        return attachment.Name == index.Name && (ulong)attachment.Data.Length == index.DataSize
            ? attachment
            : throw McapError.At("RC010", _source.Name, record.Offset, $"the index promises the attachment '{index.Name}' and there is '{attachment.Name}'");
    }

    /// <summary>Reads a metadata record.</summary>
    /// <param name="index">One of <see cref="Metadata"/>.</param>
    public McapMetadata Read(McapMetadataIndex index)
    {
        RecordExtent record = Indexed(index.Offset, index.Length, Opcode.Metadata);
        McapMetadata metadata = RecordDecoder.Metadata(_source.Fields(_source.Content(record), record));
        return metadata.Name == index.Name
            ? metadata
            : throw McapError.At("RC010", _source.Name, record.Offset, $"the index promises the metadata '{index.Name}' and there is '{metadata.Name}'");
    }

    /// <summary>Walks through the whole file: every checksum, every record, and the counts of the statistics.</summary>
    /// <exception cref="DiagnosticException">The first fault.</exception>
    public void Verify() => Walked(Statistics);

    /// <inheritdoc />
    public void Dispose() => _stream.Dispose();

    // A chunk without a checksum is covered by that of the data section.
    private void VerifyOnce()
    {
        if (!_isVerified)
        {
            Verify();
            _isVerified = true;
        }
    }

    // Chunk by chunk, as they are wanted: a long file has many.
    private IEnumerable<MessageRegion> Regions(McapQuery query) => IsIndexed
        ? _contents.Chunks.Where(query.MayBeIn).Select(chunk => ChunkOpener.Region(_source, chunk, _frame.DataEnd))
        : _contents.Regions.Where(query.MayBeIn);

    private RecordExtent Indexed(ulong offset, ulong length, Opcode opcode)
    {
        RecordExtent record = _source.Extent((long)Math.Min(offset, (ulong)_frame.DataEnd), _frame.DataEnd);
        return record.Opcode == opcode && (ulong)(record.End - record.Offset) == length
            ? record
            : throw McapError.At("RC010", _source.Name, record.Offset, $"the index promises a record {opcode} of {length} bytes and there is {record.Opcode} of {record.End - record.Offset}");
    }

    private FileContents Walked(McapStatistics? statistics)
    {
        FileContents contents = new(_source.Name) { Statistics = statistics };
        DataWalk walk = new(_source, _frame, contents);
        walk.Run();
        if (statistics is not null && (statistics.MessageCount != walk.MessageCount || statistics.ChunkCount != walk.ChunkCount
            || statistics.AttachmentCount != contents.Attachments.Count || statistics.MetadataCount != contents.Metadata.Count))
        {
            throw McapError.At("RC010", _source.Name, _frame.DataEnd, $"the statistics count {statistics.MessageCount} messages in {statistics.ChunkCount} chunks, {statistics.AttachmentCount} attachments and {statistics.MetadataCount} metadata; there are {walk.MessageCount}, {walk.ChunkCount}, {contents.Attachments.Count} and {contents.Metadata.Count}");
        }

        return contents;
    }
}
