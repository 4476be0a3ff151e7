using System.Buffers.Binary;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Recovery;

/// <summary>
/// The head of what may be an uncompressed chunk. Its length is in the file three times; a chunk with one damaged length is still found
/// through its checksum.
/// </summary>
/// <param name="Offset">First byte of the record.</param>
/// <param name="LengthByRecord">Bytes of records by the length of the record.</param>
/// <param name="LengthByField">Bytes of records by the field before them.</param>
/// <param name="UncompressedSize">Bytes of records by the uncompressed size.</param>
/// <param name="Crc">Checksum of the records; 0 for none.</param>
internal readonly record struct ChunkCandidate(long Offset, ulong LengthByRecord, ulong LengthByField, ulong UncompressedSize, uint Crc)
{
    public const int HeadBytes = McapFormat.RecordHeadBytes + McapFormat.ChunkFieldsBytes;

    public long RecordsOffset => Offset + HeadBytes;

    /// <summary>True when the three agree; extended chunks, which no version of the format has yet, are longer by the record.</summary>
    public bool IsConsistent => LengthByField == UncompressedSize && LengthByRecord == LengthByField;

    public static ChunkCandidate? At(ReadOnlySpan<byte> bytes, long offset)
    {
        if (bytes.Length < HeadBytes || bytes[0] != (byte)Opcode.Chunk)
        {
            return null;
        }

        ulong record = BinaryPrimitives.ReadUInt64LittleEndian(bytes[1..]);
        ReadOnlySpan<byte> fields = bytes[McapFormat.RecordHeadBytes..];
        uint compressionLength = BinaryPrimitives.ReadUInt32LittleEndian(fields[28..]);
        return compressionLength != 0
            ? null
            : new ChunkCandidate(
                offset,
                unchecked(record - McapFormat.ChunkFieldsBytes),
                BinaryPrimitives.ReadUInt64LittleEndian(fields[32..]),
                BinaryPrimitives.ReadUInt64LittleEndian(fields[16..]),
                BinaryPrimitives.ReadUInt32LittleEndian(fields[24..]));
    }

    /// <summary>The records if their checksum holds for one of the lengths; null when not.</summary>
    public byte[]? Verified(ByteSource source)
    {
        foreach (ulong length in new HashSet<ulong> { LengthByRecord, LengthByField, UncompressedSize })
        {
            if (length > (ulong)(source.Length - RecordsOffset) || length > (ulong)source.Limits.LargestRecordBytes)
            {
                continue;
            }

            if (Crc == 0 && !IsConsistent)
            {
                continue;
            }

            byte[] records = source.Read(RecordsOffset, (long)length);
            if (Crc == 0 || Crc32.Of(records) == Crc)
            {
                return records;
            }
        }

        return null;
    }
}
