using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Writing;

/// <summary>
/// Writes an MCAP file to a stream. Equal calls give equal bytes; the clock is the caller's. A chunk leaves in one write when it is full, so
/// that a crash costs at most the open one. Writing a message allocates nothing once the buffers have grown to the chunk size. Not thread-safe.
/// </summary>
/// <remarks>When the stream fails, its exception passes through and every later call throws <see cref="ObjectDisposedException"/>.</remarks>
public sealed class McapWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly McapWriterOptions _options;
    private readonly CheckedOutput _output;
    private readonly WriterIndex _index;
    private readonly OpenChunk _chunk;
    private readonly RecordBuffer _scratch;
    private ChannelLog?[] _logs = new ChannelLog?[64];
    private bool _finished;

    /// <summary>Begins a file: magic and header are written at once.</summary>
    /// <param name="stream">Writable; need not seek.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="leaveOpen">True to keep the stream open when the writer is disposed.</param>
    public McapWriter(Stream stream, McapWriterOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _leaveOpen = leaveOpen;
        _options = options ?? new McapWriterOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.ChunkBytes, 1, nameof(options));
        _output = new CheckedOutput(stream);
        _index = new WriterIndex(_options.Padding);
        _chunk = new OpenChunk(_options.ChunkBytes);
        _scratch = new RecordBuffer(4096) { Padding = _options.Padding };
        _scratch.Raw(McapFormat.Magic);
        RecordEncoder.Write(_scratch, new McapHeader(_options.Profile, _options.Library));
        WriteScratch();
    }

    /// <summary>Bytes that have left for the stream; the open chunk is not among them.</summary>
    public ulong BytesWritten => _output.Position;

    /// <summary>Adds a schema under its own id, which no other schema of the file has.</summary>
    /// <exception cref="ArgumentException">The id is 0 or taken.</exception>
    public void AddSchema(McapSchema schema)
    {
        if (schema.Id == 0 || !_index.Schemas.TryAdd(schema.Id, schema))
        {
            throw new ArgumentException($"Schema id {schema.Id} is zero or taken.", nameof(schema));
        }

        RecordEncoder.Write(Target(), schema);
        AfterDefinition();
    }

    /// <summary>Adds a schema under the next free id and returns that id.</summary>
    /// <param name="name">Name of the schema.</param>
    /// <param name="encoding">For example <c>jsonschema</c>.</param>
    /// <param name="data">The schema; copied.</param>
    public ushort AddSchema(string name, string encoding, ReadOnlySpan<byte> data)
    {
        ushort id = checked((ushort)(_index.Schemas.Count == 0 ? 1 : _index.Schemas.Keys.Last() + 1));
        AddSchema(new McapSchema(id, name, encoding, data.ToArray()));
        return id;
    }

    /// <summary>Adds a channel under its own id, which no other channel of the file has.</summary>
    /// <exception cref="ArgumentException">The id is taken or the schema is unknown.</exception>
    public void AddChannel(McapChannel channel)
    {
        if (LogOf(channel.Id) is not null)
        {
            throw new ArgumentException($"Channel id {channel.Id} is taken.", nameof(channel));
        }

        if (channel.SchemaId != 0 && !_index.Schemas.ContainsKey(channel.SchemaId))
        {
            throw new ArgumentException($"Channel '{channel.Topic}' names schema {channel.SchemaId}, which was not added.", nameof(channel));
        }

        Remember(new ChannelLog(channel));
        RecordEncoder.Write(Target(), channel);
        AfterDefinition();
    }

    /// <summary>Adds a channel under the next free id, from 1, and returns that id.</summary>
    /// <param name="topic">Name of the stream.</param>
    /// <param name="messageEncoding">For example <c>json</c>.</param>
    /// <param name="schemaId">From <see cref="AddSchema(string, string, ReadOnlySpan{byte})"/>; 0 for none.</param>
    /// <param name="metadata">Null for none.</param>
    public ushort AddChannel(string topic, string messageEncoding, ushort schemaId, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ushort id = checked((ushort)(_index.Channels.Count == 0 ? 1 : _index.Channels.Max(log => log.Channel.Id) + 1));
        AddChannel(new McapChannel(id, schemaId, topic, messageEncoding, metadata ?? new Dictionary<string, string>()));
        return id;
    }

    /// <summary>Appends a message.</summary>
    /// <param name="channelId">A channel that was added.</param>
    /// <param name="sequence">Counter of the channel.</param>
    /// <param name="logTimeNs">When it was recorded, ns; need not increase.</param>
    /// <param name="publishTimeNs">When it was published, ns; the log time where unknown.</param>
    /// <param name="data">The message; copied.</param>
    /// <exception cref="ArgumentException">The channel was not added.</exception>
    public void WriteMessage(ushort channelId, uint sequence, ulong logTimeNs, ulong publishTimeNs, ReadOnlySpan<byte> data)
    {
        ThrowIfClosed();
        ChannelLog log = LogOf(channelId) ?? throw new ArgumentException($"Channel {channelId} was not added.", nameof(channelId));
        if (_chunk.IsFarFrom(logTimeNs, _options.ChunkDurationNs))
        {
            CloseChunk();
        }

        int offset = _chunk.RecordBytes;
        RecordEncoder.WriteMessage(Target(), channelId, sequence, logTimeNs, publishTimeNs, data);
        log.Count();
        _index.CountMessage(logTimeNs);
        if (!_options.UseChunks)
        {
            WriteScratch();
            return;
        }

        _chunk.Note(logTimeNs);
        log.Add(logTimeNs, offset);
        CloseChunkWhenFull();
    }

    /// <summary>Writes an attachment at once, in front of the open chunk.</summary>
    public void WriteAttachment(McapAttachment attachment)
    {
        ulong offset = Position();
        RecordEncoder.Write(_scratch, attachment);
        ulong length = WriteScratch();
        _index.AttachmentCount++;
        if (_options.UseAttachmentIndex)
        {
            ulong size = (ulong)attachment.Data.Length;
            _index.Attachments.Add(new(offset, length, attachment.LogTimeNs, attachment.CreateTimeNs, size, attachment.Name, attachment.MediaType));
        }
    }

    /// <summary>Writes metadata at once, in front of the open chunk.</summary>
    public void WriteMetadata(McapMetadata metadata)
    {
        ulong offset = Position();
        RecordEncoder.Write(_scratch, metadata);
        ulong length = WriteScratch();
        _index.MetadataCount++;
        if (_options.UseMetadataIndex)
        {
            _index.Metadata.Add(new(offset, length, metadata.Name));
        }
    }

    /// <summary>Closes the open chunk and flushes the stream: what was written so far survives a crash of this process.</summary>
    public void Flush()
    {
        ThrowIfClosed();
        CloseChunk();
        _output.Flush();
    }

    /// <summary>Closes the open chunk and writes the summary. Nothing can be added afterwards; a second call does nothing.</summary>
    public void Finish()
    {
        if (_finished)
        {
            return;
        }

        ThrowIfClosed();
        CloseChunk();
        RecordEncoder.Write(_scratch, new DataEnd(_output.Crc));
        WriteScratch();
        _index.WriteSummary(_scratch, _output.Position, _options);
        WriteScratch();
        _output.Flush();
        _finished = true;
    }

    /// <summary>Finishes the file, unless the stream has failed, and closes the stream.</summary>
    public void Dispose()
    {
        try
        {
            if (!_output.IsBroken)
            {
                Finish();
            }
        }
        finally
        {
            if (!_leaveOpen)
            {
                _stream.Dispose();
            }
        }
    }

    private ChannelLog? LogOf(ushort id) => id < _logs.Length ? _logs[id] : null;

    private RecordBuffer Target() => _options.UseChunks ? _chunk.Records : _scratch;

    private ulong Position()
    {
        ThrowIfClosed();
        return _output.Position;
    }

    private void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_finished || _output.IsBroken, this);

    private void Remember(ChannelLog log)
    {
        if (log.Channel.Id >= _logs.Length)
        {
            Array.Resize(ref _logs, Math.Max(log.Channel.Id + 1, 2 * _logs.Length));
        }

        _logs[log.Channel.Id] = log;
        _index.Channels.Add(log);
    }

    private void AfterDefinition()
    {
        if (!_options.UseChunks)
        {
            WriteScratch();
        }
    }

    private ulong WriteScratch()
    {
        ulong length = (ulong)_scratch.Length;
        _output.Write(_scratch.Written);
        _scratch.Clear();
        return length;
    }

    private void CloseChunkWhenFull()
    {
        if (_chunk.RecordBytes >= _options.ChunkBytes)
        {
            CloseChunk();
        }
    }

    private void CloseChunk()
    {
        if (_chunk.RecordBytes == 0)
        {
            return;
        }

        ulong offset = _output.Position;
        _output.Write(_chunk.Close());
        ulong indexBytes = WriteMessageIndexes();
        _index.CountChunk();
        if (_options.UseChunkIndex)
        {
            _index.AddChunk(_chunk, offset, indexBytes);
        }

        _chunk.Clear();
        foreach (ChannelLog log in _index.Channels)
        {
            log.CloseChunk();
        }
    }

    private ulong WriteMessageIndexes()
    {
        if (!_options.UseMessageIndex)
        {
            return 0;
        }

        foreach (ChannelLog log in _index.Channels)
        {
            if (log.IsInChunk)
            {
                log.WriteIndex(_scratch, _output.Position + (ulong)_scratch.Length);
            }
        }

        return WriteScratch();
    }
}
