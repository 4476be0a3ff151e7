using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Writing;

/// <summary>What the writer has to know at the end: schemas, channels, where things lie, how many there are.</summary>
internal sealed class WriterIndex(byte[] padding)
{
    // About six hundred chunks of a dozen channels before it grows for the first time.
    private const int ChunkIndexCapacity = 1 << 17;

    private readonly RecordBuffer _chunks = new(ChunkIndexCapacity) { Padding = padding };
    private ulong _messageCount;
    private uint _chunkCount;
    private ulong _startTimeNs;
    private ulong _endTimeNs;

    public SortedDictionary<ushort, McapSchema> Schemas { get; } = [];

    public List<ChannelLog> Channels { get; } = [];

    public List<McapAttachmentIndex> Attachments { get; } = [];

    public List<McapMetadataIndex> Metadata { get; } = [];

    public uint AttachmentCount { get; set; }

    public uint MetadataCount { get; set; }

    public void CountMessage(ulong logTimeNs)
    {
        _startTimeNs = _messageCount == 0 ? logTimeNs : Math.Min(_startTimeNs, logTimeNs);
        _endTimeNs = _messageCount == 0 ? logTimeNs : Math.Max(_endTimeNs, logTimeNs);
        _messageCount++;
    }

    public void CountChunk() => _chunkCount++;

    /// <summary>Encoded at once: a long recording keeps some hundred bytes for each chunk and no object.</summary>
    public void AddChunk(OpenChunk chunk, ulong offset, ulong indexBytes)
    {
        int start = _chunks.Begin(Opcode.ChunkIndex);
        _chunks.UInt64(chunk.StartTimeNs);
        _chunks.UInt64(chunk.EndTimeNs);
        _chunks.UInt64(offset);
        _chunks.UInt64((ulong)chunk.Length);
        WriteIndexOffsets(indexBytes > 0);
        _chunks.UInt64(indexBytes);
        _chunks.UInt32(0);
        _chunks.UInt64((ulong)chunk.RecordBytes);
        _chunks.UInt64((ulong)chunk.RecordBytes);
        _chunks.EndExtensible(start);
    }

    public void WriteSummary(RecordBuffer buffer, ulong fileOffset, McapWriterOptions options)
    {
        SummaryWriter summary = new(buffer, fileOffset);
        summary.Group(Opcode.Schema, to => Each(options.RepeatSchemas, Schemas.Values, schema => RecordEncoder.Write(to, schema)));
        summary.Group(Opcode.Channel, to => Each(options.RepeatChannels, Channels, log => RecordEncoder.Write(to, log.Channel)));
        summary.Group(Opcode.Statistics, to => Each(options.UseStatistics, [Statistics()], statistics => RecordEncoder.Write(to, statistics)));
        summary.Group(Opcode.MetadataIndex, to => Metadata.ForEach(index => RecordEncoder.Write(to, index)));
        summary.Group(Opcode.AttachmentIndex, to => Attachments.ForEach(index => RecordEncoder.Write(to, index)));
        summary.Group(Opcode.ChunkIndex, to => to.Raw(_chunks.Written));
        summary.Close(options.UseSummaryOffsets);
    }

    private static void Each<T>(bool wanted, IEnumerable<T> items, Action<T> write)
    {
        foreach (T item in wanted ? items : [])
        {
            write(item);
        }
    }

    private void WriteIndexOffsets(bool wanted)
    {
        int array = _chunks.Length;
        _chunks.UInt32(0);
        for (int i = 0; wanted && i < Channels.Count; i++)
        {
            if (Channels[i].IsInChunk)
            {
                _chunks.UInt16(Channels[i].Channel.Id);
                _chunks.UInt64(Channels[i].IndexOffset);
            }
        }

        _chunks.CloseArray(array);
    }

    private McapStatistics Statistics() => new(
        _messageCount,
        (ushort)Schemas.Count,
        (uint)Channels.Count,
        AttachmentCount,
        MetadataCount,
        _chunkCount,
        _startTimeNs,
        _endTimeNs,
        Channels.Where(log => log.MessageCount > 0).ToDictionary(log => log.Channel.Id, log => log.MessageCount));
}
