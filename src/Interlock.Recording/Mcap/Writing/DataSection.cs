using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Writing;

/// <summary>The file while it grows: the open chunk, what has left for the stream, and what the summary will need.</summary>
internal sealed class DataSection
{
    private const int FirstChannels = 64;
    private const int ScratchBytes = 4096;

    private readonly McapWriterOptions _options;
    private readonly CheckedOutput _output;
    private readonly OpenChunk _chunk;
    private readonly RecordBuffer _scratch;
    private ChannelLog?[] _logs = new ChannelLog?[FirstChannels];

    public DataSection(Stream stream, McapWriterOptions options)
    {
        _options = options;
        _output = new CheckedOutput(stream);
        _chunk = new OpenChunk(options.ChunkBytes);
        _scratch = new RecordBuffer(ScratchBytes) { Padding = options.Padding };
        Index = new WriterIndex(options.Padding);
        _scratch.Raw(McapFormat.Magic);
        RecordEncoder.Write(_scratch, new McapHeader(options.Profile, options.Library));
        WriteScratch();
    }

    public WriterIndex Index { get; }

    public ulong Position => _output.Position;

    public bool IsBroken => _output.IsBroken;

    public ChannelLog? LogOf(ushort id) => id < _logs.Length ? _logs[id] : null;

    public void Remember(ChannelLog log)
    {
        if (log.Channel.Id >= _logs.Length)
        {
            Array.Resize(ref _logs, Math.Max(log.Channel.Id + 1, 2 * _logs.Length));
        }

        _logs[log.Channel.Id] = log;
        Index.Channels.Add(log);
    }

    /// <summary>A schema or channel goes where the messages go.</summary>
    public void Define(Action<RecordBuffer> write)
    {
        write(_options.UseChunks ? _chunk.Records : _scratch);
        WriteScratch();
    }

    public void Append(ChannelLog log, uint sequence, ulong logTimeNs, ulong publishTimeNs, ReadOnlySpan<byte> data)
    {
        log.Count();
        Index.CountMessage(logTimeNs);
        if (!_options.UseChunks)
        {
            RecordEncoder.WriteMessage(_scratch, log.Channel.Id, sequence, logTimeNs, publishTimeNs, data);
            WriteScratch();
            return;
        }

        if (_chunk.IsFarFrom(logTimeNs, _options.ChunkDurationNs))
        {
            CloseChunk();
        }

        log.Add(logTimeNs, _chunk.RecordBytes);
        RecordEncoder.WriteMessage(_chunk.Records, log.Channel.Id, sequence, logTimeNs, publishTimeNs, data);
        _chunk.Note(logTimeNs);
        if (_chunk.RecordBytes >= _options.ChunkBytes)
        {
            CloseChunk();
        }
    }

    public void Write(McapAttachment attachment)
    {
        ulong offset = Position;
        RecordEncoder.Write(_scratch, attachment);
        ulong length = WriteScratch();
        Index.AttachmentCount++;
        if (_options.UseAttachmentIndex)
        {
            ulong size = (ulong)attachment.Data.Length;
            Index.Attachments.Add(new(offset, length, attachment.LogTimeNs, attachment.CreateTimeNs, size, attachment.Name, attachment.MediaType));
        }
    }

    public void Write(McapMetadata metadata)
    {
        ulong offset = Position;
        RecordEncoder.Write(_scratch, metadata);
        ulong length = WriteScratch();
        Index.MetadataCount++;
        if (_options.UseMetadataIndex)
        {
            Index.Metadata.Add(new(offset, length, metadata.Name));
        }
    }

    public void Flush()
    {
        CloseChunk();
        _output.Flush();
    }

    public void Finish()
    {
        CloseChunk();
        RecordEncoder.Write(_scratch, new DataEnd(_output.Crc));
        WriteScratch();
        Index.WriteSummary(_scratch, Position, _options);
        WriteScratch();
        _output.Flush();
    }

    private ulong WriteScratch()
    {
        ulong length = (ulong)_scratch.Length;
        if (length > 0)
        {
            _output.Write(_scratch.Written);
            _scratch.Clear();
        }

        return length;
    }

    private void CloseChunk()
    {
        if (_chunk.RecordBytes == 0)
        {
            return;
        }

        ulong offset = Position;
        _output.Write(_chunk.Close());
        ulong indexBytes = _options.UseMessageIndex ? WriteMessageIndexes() : 0;
        Index.CountChunk();
        if (_options.UseChunkIndex)
        {
            Index.AddChunk(_chunk, offset, indexBytes);
        }

        _chunk.Clear();
        foreach (ChannelLog log in Index.Channels)
        {
            log.CloseChunk();
        }
    }

    private ulong WriteMessageIndexes()
    {
        foreach (ChannelLog log in Index.Channels)
        {
            if (log.IsInChunk)
            {
                log.WriteIndex(_scratch, Position + (ulong)_scratch.Length);
            }
        }

        return WriteScratch();
    }
}
