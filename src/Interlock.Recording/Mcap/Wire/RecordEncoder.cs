using System.Buffers.Binary;
using Interlock.Recording.Mcap.Records;

namespace Interlock.Recording.Mcap.Wire;

/// <summary>Records as bytes, field by field as the specification lists them.</summary>
internal static class RecordEncoder
{
    public static void Write(RecordBuffer to, McapHeader header)
    {
        int start = to.Begin(Opcode.Header);
        to.Text(header.Profile);
        to.Text(header.Library);
        to.EndExtensible(start);
    }

    public static void Write(RecordBuffer to, McapSchema schema)
    {
        int start = to.Begin(Opcode.Schema);
        to.UInt16(schema.Id);
        to.Text(schema.Name);
        to.Text(schema.Encoding);
        to.Bytes32(schema.Data.Span);
        to.EndExtensible(start);
    }

    public static void Write(RecordBuffer to, McapChannel channel)
    {
        int start = to.Begin(Opcode.Channel);
        to.UInt16(channel.Id);
        to.UInt16(channel.SchemaId);
        to.Text(channel.Topic);
        to.Text(channel.MessageEncoding);
        to.Map(channel.Metadata);
        to.EndExtensible(start);
    }

    public static void WriteMessage(RecordBuffer to, ushort channelId, uint sequence, ulong logTimeNs, ulong publishTimeNs, ReadOnlySpan<byte> data)
    {
        int start = to.Begin(Opcode.Message);
        to.UInt16(channelId);
        to.UInt32(sequence);
        to.UInt64(logTimeNs);
        to.UInt64(publishTimeNs);
        to.Raw(data);
        to.End(start);
    }

    /// <summary>The checksum covers the fields from the log time to the data.</summary>
    public static void Write(RecordBuffer to, McapAttachment attachment)
    {
        int start = to.Begin(Opcode.Attachment);
        int fields = to.Length;
        to.UInt64(attachment.LogTimeNs);
        to.UInt64(attachment.CreateTimeNs);
        to.Text(attachment.Name);
        to.Text(attachment.MediaType);
        to.UInt64((ulong)attachment.Data.Length);
        to.Raw(attachment.Data.Span);
        to.UInt32(Crc32.Of(to.Written[fields..]));
        to.EndExtensible(start);
    }

    public static void Write(RecordBuffer to, McapMetadata metadata)
    {
        int start = to.Begin(Opcode.Metadata);
        to.Text(metadata.Name);
        to.Map(metadata.Entries);
        to.EndExtensible(start);
    }

    public static void Write(RecordBuffer to, McapStatistics statistics)
    {
        int start = to.Begin(Opcode.Statistics);
        to.UInt64(statistics.MessageCount);
        to.UInt16(statistics.SchemaCount);
        to.UInt32(statistics.ChannelCount);
        to.UInt32(statistics.AttachmentCount);
        to.UInt32(statistics.MetadataCount);
        to.UInt32(statistics.ChunkCount);
        to.UInt64(statistics.MessageStartTimeNs);
        to.UInt64(statistics.MessageEndTimeNs);
        WriteCounts(to, statistics.ChannelMessageCounts);
        to.EndExtensible(start);
    }

    public static void Write(RecordBuffer to, McapAttachmentIndex index)
    {
        int start = to.Begin(Opcode.AttachmentIndex);
        to.UInt64(index.Offset);
        to.UInt64(index.Length);
        to.UInt64(index.LogTimeNs);
        to.UInt64(index.CreateTimeNs);
        to.UInt64(index.DataSize);
        to.Text(index.Name);
        to.Text(index.MediaType);
        to.EndExtensible(start);
    }

    public static void Write(RecordBuffer to, McapMetadataIndex index)
    {
        int start = to.Begin(Opcode.MetadataIndex);
        to.UInt64(index.Offset);
        to.UInt64(index.Length);
        to.Text(index.Name);
        to.EndExtensible(start);
    }

    public static void Write(RecordBuffer to, SummaryOffset offset)
    {
        int start = to.Begin(Opcode.SummaryOffset);
        to.Byte((byte)offset.GroupOpcode);
        to.UInt64(offset.GroupStart);
        to.UInt64(offset.GroupLength);
        to.EndExtensible(start);
    }

    public static void Write(RecordBuffer to, DataEnd end)
    {
        int start = to.Begin(Opcode.DataEnd);
        to.UInt32(end.DataSectionCrc);
        to.EndExtensible(start);
    }

    /// <summary>The checksum of the summary covers the footer up to its last field, which is why it is computed here.</summary>
    public static void WriteFooter(RecordBuffer to, ulong summaryStart, ulong summaryOffsetStart, uint crcOfSummary)
    {
        int start = to.Begin(Opcode.Footer);
        to.UInt64(summaryStart);
        to.UInt64(summaryOffsetStart);
        to.UInt32(0);
        to.End(start);
        Span<byte> footer = to.Written[start..];
        uint crc = Crc32.Append(crcOfSummary, footer[..^sizeof(uint)]);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[^sizeof(uint)..], crc);
    }

    private static void WriteCounts(RecordBuffer to, IReadOnlyDictionary<ushort, ulong> counts)
    {
        int start = to.Length;
        to.UInt32(0);
        foreach ((ushort channel, ulong count) in counts.OrderBy(pair => pair.Key))
        {
            to.UInt16(channel);
            to.UInt64(count);
        }

        to.CloseArray(start);
    }
}
