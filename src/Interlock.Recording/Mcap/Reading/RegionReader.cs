using System.Buffers.Binary;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>Loads a region whole, verifies its checksum and takes its messages apart.</summary>
/// <param name="source">The file.</param>
/// <param name="definitions">Schemas and channels known so far; those of the region are added.</param>
/// <param name="verifyFile">Verifies the file by other means when a region has no checksum of its own; null where that happens anyway.</param>
internal sealed class RegionReader(ByteSource source, Definitions definitions, Action? verifyFile = null)
{
    /// <summary>The messages that <paramref name="query"/> wants, in the order of the file.</summary>
    public List<McapMessage> Messages(MessageRegion region, McapQuery query)
    {
        return Messages(region, query, Load(region));
    }

    /// <summary>The bytes of a region, unverified where it has a checksum of its own.</summary>
    public byte[] Load(MessageRegion region)
    {
        if (region.Crc == 0)
        {
            verifyFile?.Invoke();
        }

        return source.Read(region.Offset, region.Length);
    }

    /// <summary>The same from bytes that were loaded.</summary>
    public List<McapMessage> Messages(MessageRegion region, McapQuery query, byte[] bytes)
    {
        uint crc = region.Crc == 0 ? 0 : Crc32.Of(bytes);
        if (crc != region.Crc)
        {
            throw McapError.Checksum(source.Name, region.Offset, $"the chunk of {region.Length} bytes", region.Crc, crc);
        }

        List<McapMessage> messages = [];
        RecordWalk walk = new(bytes, region.Offset, source.Name);
        while (walk.MoveNext())
        {
            Take(walk, bytes, region, query, messages);
        }

        return messages;
    }

    /// <summary>A message, whose data is a part of <paramref name="bytes"/>.</summary>
    public static McapMessage Message(in RecordWalk walk, byte[] bytes, string? file)
    {
        ReadOnlySpan<byte> content = walk.Content;
        if (content.Length < McapFormat.MessageFieldsBytes)
        {
            throw McapError.Malformed(file, walk.Record.Offset, $"a message record has {content.Length} bytes, at least {McapFormat.MessageFieldsBytes} are needed");
        }

        return new McapMessage(
            BinaryPrimitives.ReadUInt16LittleEndian(content),
            BinaryPrimitives.ReadUInt32LittleEndian(content[2..]),
            BinaryPrimitives.ReadUInt64LittleEndian(content[6..]),
            BinaryPrimitives.ReadUInt64LittleEndian(content[14..]),
            bytes.AsMemory(walk.ContentStart + McapFormat.MessageFieldsBytes, content.Length - McapFormat.MessageFieldsBytes));
    }

    private void Take(in RecordWalk walk, byte[] bytes, MessageRegion region, McapQuery query, List<McapMessage> messages)
    {
        switch (walk.Record.Opcode)
        {
            case Opcode.Schema:
                definitions.Add(RecordDecoder.Schema(walk.Fields), walk.Record.Offset);
                break;
            case Opcode.Channel:
                McapChannel channel = RecordDecoder.Channel(walk.Fields);
                definitions.RequireSchemaOf(channel, walk.Record.Offset);
                definitions.Add(channel, walk.Record.Offset);
                break;
            case Opcode.Message:
                McapMessage message = Message(walk, bytes, source.Name);
                Check(message, region, walk.Record.Offset);
                if (query.Wants(message))
                {
                    messages.Add(message);
                }

                break;
            case <= Opcode.DataEnd:
                throw McapError.At("RC005", source.Name, walk.Record.Offset, $"a {walk.Record.Opcode} record lies inside a chunk");
        }
    }

    private void Check(in McapMessage message, MessageRegion region, long offset)
    {
        definitions.RequireChannel(message.ChannelId, offset);
        if (message.LogTimeNs < region.StartTimeNs || message.LogTimeNs > region.EndTimeNs)
        {
            throw McapError.At("RC010", source.Name, offset, $"a message of log time {message.LogTimeNs} ns lies in a chunk that claims {region.StartTimeNs} to {region.EndTimeNs} ns");
        }

        if (region.Channels?.Contains(message.ChannelId) == false)
        {
            throw McapError.At("RC010", source.Name, offset, $"a message of channel {message.ChannelId} lies in a chunk whose index leaves that channel out");
        }
    }
}
