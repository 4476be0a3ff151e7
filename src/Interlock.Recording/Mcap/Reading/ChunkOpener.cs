using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>From a chunk record to the region of its messages.</summary>
internal static class ChunkOpener
{
    // Far above any name of a compression.
    private const int LongestCompressionName = 256;

    public static ChunkHead Head(ByteSource source, RecordExtent chunk)
    {
        byte[] bytes = source.Read(chunk.ContentOffset, Math.Min(chunk.ContentLength, McapFormat.ChunkFieldsBytes + LongestCompressionName));
        FieldReader fields = source.Fields(bytes, chunk);
        ChunkHead head = RecordDecoder.ChunkHead(ref fields);
        if (head.Compression.Length > 0)
        {
            throw McapError.At("RC007", source.Name, chunk.Offset, $"the chunk is compressed with '{head.Compression}', which this reader does not know", "rewrite the file without compression, for example with `mcap compress --compression none`");
        }

        return head.RecordsLength <= (ulong)(chunk.End - head.RecordsOffset) && head.RecordsLength == head.UncompressedSize
            ? head
            : throw source.Malformed(chunk.Offset, $"a chunk record of {chunk.ContentLength} bytes claims {head.RecordsLength} bytes of records, {head.UncompressedSize} uncompressed");
    }

    /// <summary>The chunk that <paramref name="index"/> describes; head and index have to agree.</summary>
    public static MessageRegion Region(ByteSource source, ChunkIndex index, long dataEnd)
    {
        RecordExtent record = source.Extent((long)index.Offset, dataEnd);
        if (record.Opcode != Opcode.Chunk || (ulong)(record.End - record.Offset) != index.Length)
        {
            throw McapError.At("RC010", source.Name, record.Offset, $"the index promises a chunk of {index.Length} bytes and there is a {record.Opcode} of {record.End - record.Offset}");
        }

        ChunkHead head = Head(source, record);
        if (head.StartTimeNs != index.StartTimeNs || head.EndTimeNs != index.EndTimeNs || head.RecordsLength != index.CompressedSize)
        {
            throw McapError.At("RC010", source.Name, record.Offset, "the chunk and its index disagree about times or size");
        }

        return Region(head, index.MessageIndexOffsets.Count == 0 ? null : index.MessageIndexOffsets.Keys.ToHashSet());
    }

    public static MessageRegion Region(ChunkHead head, IReadOnlySet<ushort>? channels) =>
        new(head.RecordsOffset, (long)head.RecordsLength, head.UncompressedCrc, head.StartTimeNs, head.EndTimeNs, channels);
}
