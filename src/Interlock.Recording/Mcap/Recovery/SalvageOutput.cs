using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Mcap.Recovery;

/// <summary>Takes what was found and writes it with its schemas and channels in front.</summary>
internal sealed class SalvageOutput(McapWriter writer, Definitions fallback, string? file, LossList losses)
{
    private readonly Definitions _known = new(file);
    private readonly HashSet<ushort> _writtenSchemas = [];
    private readonly HashSet<ushort> _writtenChannels = [];

    public ulong Messages { get; private set; }

    public ulong Unverified { get; private set; }

    /// <summary>Takes records until one is incomplete or faulty; true when all were good.</summary>
    public bool Take(byte[] records, long offset, bool verified)
    {
        RecordWalk walk = new(records, offset, file);
        try
        {
            while (walk.MoveNext())
            {
                Take(walk, records, verified);
            }

            return true;
        }
        catch (DiagnosticException)
        {
            return false;
        }
    }

    public void WriteRemainingDefinitions()
    {
        foreach (McapChannel channel in fallback.Channels.Values.Where(channel => !_known.Channels.ContainsKey(channel.Id)))
        {
            Know(channel);
        }
    }

    private void Take(in RecordWalk walk, byte[] records, bool verified)
    {
        switch (walk.Record.Opcode)
        {
            case Opcode.Schema:
                _known.Add(RecordDecoder.Schema(walk.Fields), walk.Record.Offset);
                break;
            case Opcode.Channel:
                Know(RecordDecoder.Channel(walk.Fields), walk.Record.Offset);
                break;
            case Opcode.Message:
                Write(RegionReader.Message(walk, records, file), verified, walk.Record.Offset);
                break;
            case <= Opcode.DataEnd:
                throw McapError.Malformed(file, walk.Record.Offset, $"a {walk.Record.Opcode} record lies inside a chunk");
        }
    }

    private void Know(McapChannel channel, long offset)
    {
        _known.Add(channel, offset);
        Know(channel);
    }

    private bool Know(McapChannel channel)
    {
        if (_writtenChannels.Contains(channel.Id))
        {
            return true;
        }

        if (channel.SchemaId != 0 && !KnowSchema(channel.SchemaId))
        {
            return false;
        }

        writer.AddChannel(channel);
        return _writtenChannels.Add(channel.Id);
    }

    private bool KnowSchema(ushort id)
    {
        if (_writtenSchemas.Contains(id))
        {
            return true;
        }

        if (!_known.Schemas.TryGetValue(id, out McapSchema? schema) && !fallback.Schemas.TryGetValue(id, out schema))
        {
            return false;
        }

        writer.AddSchema(schema);
        return _writtenSchemas.Add(id);
    }

    private void Write(McapMessage message, bool verified, long offset)
    {
        if (!_writtenChannels.Contains(message.ChannelId)
            && !((_known.Channels.TryGetValue(message.ChannelId, out McapChannel? channel) || fallback.Channels.TryGetValue(message.ChannelId, out channel)) && Know(channel)))
        {
            losses.Add(offset, $"a message of channel {message.ChannelId}, whose definition is lost");
            return;
        }

        writer.WriteMessage(message.ChannelId, message.Sequence, message.LogTimeNs, message.PublishTimeNs, message.Data.Span);
        Messages++;
        Unverified += verified ? 0UL : 1;
    }
}
