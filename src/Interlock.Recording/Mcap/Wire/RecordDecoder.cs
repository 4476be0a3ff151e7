using Interlock.Recording.Mcap.Records;

namespace Interlock.Recording.Mcap.Wire;

/// <summary>Bytes as records. Fields beyond the known ones are ignored, as the specification asks.</summary>
internal static class RecordDecoder
{
    public static McapHeader Header(FieldReader fields) => new(fields.Text(), fields.Text());

    public static McapSchema Schema(FieldReader fields) =>
        new(fields.UInt16(), fields.Text(), fields.Text(), fields.Bytes32().ToArray());

    public static McapChannel Channel(FieldReader fields) =>
        new(fields.UInt16(), fields.UInt16(), fields.Text(), fields.Text(), fields.TextMap());

    public static McapMetadata Metadata(FieldReader fields) => new(fields.Text(), fields.TextMap());

    public static DataEnd DataEnd(FieldReader fields) => new(fields.UInt32());

    public static Footer Footer(FieldReader fields) => new(fields.UInt64(), fields.UInt64(), fields.UInt32());

    public static SummaryOffset SummaryOffset(FieldReader fields) => new((Opcode)fields.Byte(), fields.UInt64(), fields.UInt64());

    public static McapMetadataIndex MetadataIndex(FieldReader fields) => new(fields.UInt64(), fields.UInt64(), fields.Text());

    public static McapAttachmentIndex AttachmentIndex(FieldReader fields) =>
        new(fields.UInt64(), fields.UInt64(), fields.UInt64(), fields.UInt64(), fields.UInt64(), fields.Text(), fields.Text());

    public static McapStatistics Statistics(FieldReader fields) => new(
        fields.UInt64(),
        fields.UInt16(),
        fields.UInt32(),
        fields.UInt32(),
        fields.UInt32(),
        fields.UInt32(),
        fields.UInt64(),
        fields.UInt64(),
        Numbers(fields.Array()));

    public static ChunkIndex ChunkIndex(FieldReader fields) => new(
        fields.UInt64(),
        fields.UInt64(),
        fields.UInt64(),
        fields.UInt64(),
        Numbers(fields.Array()),
        fields.UInt64(),
        fields.Text(),
        fields.UInt64(),
        fields.UInt64());

    /// <summary>The fields before the records; the records themselves need not be at hand.</summary>
    public static ChunkHead ChunkHead(ref FieldReader fields) =>
        new(fields.UInt64(), fields.UInt64(), fields.UInt64(), fields.UInt32(), fields.Text(), fields.UInt64(), fields.Offset);

    /// <summary>Verifies the checksum, unless it is 0, which says that there is none.</summary>
    public static McapAttachment Attachment(FieldReader fields)
    {
        ReadOnlySpan<byte> all = fields.Rest;
        long start = fields.Offset;
        McapAttachment attachment = new(fields.UInt64(), fields.UInt64(), fields.Text(), fields.Text(), fields.Bytes64().ToArray());
        uint computed = Crc32.Of(all[..(int)(fields.Offset - start)]);
        uint stored = fields.UInt32();
        return stored == 0 || stored == computed
            ? attachment
            : throw McapError.Checksum(fields.File, start, $"the attachment '{attachment.Name}'", stored, computed);
    }

    public static MessageIndex MessageIndex(FieldReader fields)
    {
        ushort channel = fields.UInt16();
        FieldReader entries = fields.Array();
        List<(ulong, ulong)> list = new(entries.Rest.Length / (2 * sizeof(ulong)));
        while (!entries.Rest.IsEmpty)
        {
            list.Add((entries.UInt64(), entries.UInt64()));
        }

        return new MessageIndex(channel, list);
    }

    private static Dictionary<ushort, ulong> Numbers(FieldReader pairs)
    {
        Dictionary<ushort, ulong> numbers = [];
        while (!pairs.Rest.IsEmpty)
        {
            long start = pairs.Offset;
            ushort key = pairs.UInt16();
            if (!numbers.TryAdd(key, pairs.UInt64()))
            {
                throw McapError.Malformed(pairs.File, start, $"channel {key} occurs twice in one map");
            }
        }

        return numbers;
    }
}
