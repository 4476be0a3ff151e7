using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;
using Interlock.Recording.Mcap.Writing;

namespace Interlock.Recording.Mcap.Recovery;

/// <summary>Goes through a damaged file record by record; where the chain of records breaks, it looks for the next chunk that proves itself.</summary>
internal sealed class Salvage(ByteSource source, McapWriter writer, SalvageOutput output, LossList losses)
{
    public uint Chunks { get; private set; }

    public uint Attachments { get; private set; }

    public uint Metadata { get; private set; }

    public void Run(long start)
    {
        long offset = start;
        while (offset < source.Length)
        {
            offset = Next(offset);
        }
    }

    // The offset to go on at.
    private long Next(long offset)
    {
        byte[] head = source.Read(offset, Math.Min(ChunkCandidate.HeadBytes, source.Length - offset));
        if (ChunkCandidate.At(head, offset) is { } candidate)
        {
            return Chunk(candidate) ?? Resync(offset, "a damaged chunk");
        }

        if (head.Length <= McapFormat.Magic.Length)
        {
            return AtTail(head, offset);
        }

        try
        {
            RecordExtent record = RecordExtent.Of(head, offset, source.Length, source.Name);
            if (record.Opcode == Opcode.Chunk)
            {
                losses.Add(offset, "a chunk that is compressed or damaged");
            }
            else
            {
                Take(record);
            }

            return IsPlausible(record.End) ? record.End : Resync(offset, "records that no longer follow one another");
        }
        catch (DiagnosticException)
        {
            return Resync(offset, "a damaged or unfinished record");
        }
    }

    private long AtTail(byte[] rest, long offset)
    {
        if (!rest.AsSpan().SequenceEqual(McapFormat.Magic))
        {
            losses.Add(offset, $"{rest.Length} bytes at the end, not a whole record");
        }

        return source.Length;
    }

    // Null when nothing of the chunk can be trusted and its end is unknown.
    private long? Chunk(ChunkCandidate candidate)
    {
        if (candidate.Verified(source) is { } records)
        {
            if (!output.Take(records, candidate.RecordsOffset, verified: candidate.Crc != 0))
            {
                losses.Add(candidate.Offset, "the end of a chunk whose checksum holds and whose records do not");
            }

            Chunks++;
            return candidate.RecordsOffset + records.Length;
        }

        if (!candidate.IsConsistent)
        {
            return null;
        }

        long left = source.Length - candidate.RecordsOffset;
        if (candidate.LengthByField <= (ulong)left)
        {
            losses.Add(candidate.Offset, $"a chunk with {candidate.LengthByField} bytes of records, whose checksum does not hold");
            return candidate.RecordsOffset + (long)candidate.LengthByField;
        }

        output.Take(source.Read(candidate.RecordsOffset, Math.Min(left, source.Limits.LargestRecordBytes)), candidate.RecordsOffset, verified: false);
        losses.Add(candidate.Offset, $"the end of an unfinished chunk: {left} of {candidate.LengthByField} bytes are there");
        return source.Length;
    }

    private void Take(RecordExtent record)
    {
        switch (record.Opcode)
        {
            case Opcode.Schema or Opcode.Channel or Opcode.Message:
                if (!output.Take(source.Read(record.Offset, record.End - record.Offset), record.Offset, verified: false))
                {
                    losses.Add(record.Offset, $"a damaged {record.Opcode} record");
                }

                break;
            case Opcode.Attachment:
                writer.WriteAttachment(RecordDecoder.Attachment(source.Fields(source.Content(record), record)));
                Attachments++;
                break;
            case Opcode.Metadata:
                writer.WriteMetadata(RecordDecoder.Metadata(source.Fields(source.Content(record), record)));
                Metadata++;
                break;
        }
    }

    // Whether a record may begin here: damaged lengths rarely lead to one.
    private bool IsPlausible(long offset)
    {
        if (source.Length - offset <= McapFormat.Magic.Length)
        {
            return true;
        }

        byte[] head = source.Read(offset, McapFormat.RecordHeadBytes);
        ulong length = System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(head.AsSpan(1));
        return head[0] is >= (byte)Opcode.Header and <= (byte)Opcode.DataEnd && length <= (ulong)source.Limits.LargestRecordBytes;
    }

    private long Resync(long from, string what)
    {
        long found = ChunkSearch.From(source, from + 1);
        losses.Add(from, $"{what}: {found - from} bytes were passed over");
        return found;
    }
}
