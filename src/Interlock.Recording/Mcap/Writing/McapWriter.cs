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
    private readonly DataSection _data;
    private bool _finished;

    /// <summary>Begins a file: magic and header are written at once.</summary>
    /// <param name="stream">Writable; need not seek.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="leaveOpen">True to keep the stream open when the writer is disposed.</param>
    public McapWriter(Stream stream, McapWriterOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(options?.ChunkBytes ?? 1, 1, nameof(options));
        _stream = stream;
        _leaveOpen = leaveOpen;
        _data = new DataSection(stream, options ?? new McapWriterOptions());
    }

    /// <summary>Bytes that have left for the stream; the open chunk is not among them.</summary>
    public ulong BytesWritten => _data.Position;

    /// <summary>Adds a schema under its own id, which no other schema of the file has.</summary>
    /// <exception cref="ArgumentException">The id is 0 or taken.</exception>
    public void AddSchema(McapSchema schema)
    {
        ThrowIfClosed();
        if (schema.Id == 0 || !_data.Index.Schemas.TryAdd(schema.Id, schema))
        {
            throw new ArgumentException($"Schema id {schema.Id} is zero or taken.", nameof(schema));
        }

        _data.Define(to => RecordEncoder.Write(to, schema));
    }

    /// <summary>Adds a schema under the next free id and returns that id.</summary>
    /// <param name="name">Name of the schema.</param>
    /// <param name="encoding">For example <c>jsonschema</c>.</param>
    /// <param name="data">The schema; copied.</param>
    public ushort AddSchema(string name, string encoding, ReadOnlySpan<byte> data)
    {
        ushort id = checked((ushort)(_data.Index.Schemas.Count == 0 ? 1 : _data.Index.Schemas.Keys.Last() + 1));
        AddSchema(new McapSchema(id, name, encoding, data.ToArray()));
        return id;
    }

    /// <summary>Adds a channel under its own id, which no other channel of the file has.</summary>
    /// <exception cref="ArgumentException">The id is taken or the schema is unknown.</exception>
    public void AddChannel(McapChannel channel)
    {
        ThrowIfClosed();
        if (_data.LogOf(channel.Id) is not null)
        {
            throw new ArgumentException($"Channel id {channel.Id} is taken.", nameof(channel));
        }

        if (channel.SchemaId != 0 && !_data.Index.Schemas.ContainsKey(channel.SchemaId))
        {
            throw new ArgumentException($"Channel '{channel.Topic}' names schema {channel.SchemaId}, which was not added.", nameof(channel));
        }

        _data.Remember(new ChannelLog(channel));
        _data.Define(to => RecordEncoder.Write(to, channel));
    }

    /// <summary>Adds a channel under the next free id, from 1, and returns that id.</summary>
    /// <param name="topic">Name of the stream.</param>
    /// <param name="messageEncoding">For example <c>json</c>.</param>
    /// <param name="schemaId">From <see cref="AddSchema(string, string, ReadOnlySpan{byte})"/>; 0 for none.</param>
    /// <param name="metadata">Null for none.</param>
    public ushort AddChannel(string topic, string messageEncoding, ushort schemaId, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ushort id = checked((ushort)(_data.Index.Channels.Count == 0 ? 1 : _data.Index.Channels.Max(log => log.Channel.Id) + 1));
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
        ChannelLog log = _data.LogOf(channelId) ?? throw new ArgumentException($"Channel {channelId} was not added.", nameof(channelId));
        _data.Append(log, sequence, logTimeNs, publishTimeNs, data);
    }

    /// <summary>Writes an attachment at once, in front of the open chunk.</summary>
    public void WriteAttachment(McapAttachment attachment)
    {
        ThrowIfClosed();
        _data.Write(attachment);
    }

    /// <summary>Writes metadata at once, in front of the open chunk.</summary>
    public void WriteMetadata(McapMetadata metadata)
    {
        ThrowIfClosed();
        _data.Write(metadata);
    }

    /// <summary>Closes the open chunk and flushes the stream: what was written so far survives a crash of this process.</summary>
    public void Flush()
    {
        ThrowIfClosed();
        _data.Flush();
    }

    /// <summary>Closes the open chunk and writes the summary. Nothing can be added afterwards; a second call does nothing.</summary>
    public void Finish()
    {
        if (_finished)
        {
            return;
        }

        ThrowIfClosed();
        _data.Finish();
        _finished = true;
    }

    /// <summary>Finishes the file, unless the stream has failed, and closes the stream.</summary>
    public void Dispose()
    {
        try
        {
            if (!_data.IsBroken)
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

    private void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_finished || _data.IsBroken, this);
}
