using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>Walks the whole data section of a finished file without an index, verifies its checksum and notes what lies where.</summary>
internal sealed class DataWalk(ByteSource source, FileFrame frame, FileContents contents)
{
    private readonly RegionReader _regions = new(source, contents.Definitions);
    private readonly LooseRun _loose = new(contents.Regions);

    public ulong MessageCount { get; private set; }

    public uint ChunkCount { get; private set; }

    public void Run()
    {
        long offset = frame.DataStart;
        while (offset < frame.DataEnd)
        {
            RecordExtent record = source.Extent(offset, frame.DataEnd);
            if (record.Opcode == Opcode.DataEnd)
            {
                Finish(record);
                return;
            }

            Take(record);
            offset = record.End;
        }

        throw McapError.Truncated(source.Name, frame.DataEnd, "the data section has no end record");
    }

    private void Finish(RecordExtent record)
    {
        _loose.Close();
        if (record.End != frame.DataEnd)
        {
            throw McapError.At("RC005", source.Name, record.Offset, $"the data section ends {frame.DataEnd - record.End} bytes before the summary begins");
        }

        uint stored = RecordDecoder.DataEnd(source.Fields(source.Content(record), record)).DataSectionCrc;
        uint computed = stored == 0 ? 0 : Checksum(record.Offset);
        if (stored != computed)
        {
            throw McapError.Checksum(source.Name, 0, "the data section", stored, computed);
        }
    }

    private uint Checksum(long end)
    {
        byte[] block = new byte[1 << 16];
        uint crc = 0;
        for (long offset = 0; offset < end; offset += block.Length)
        {
            Span<byte> part = block.AsSpan(0, (int)Math.Min(block.Length, end - offset));
            source.Read(offset, part);
            crc = Crc32.Append(crc, part);
        }

        return crc;
    }

    private void Take(RecordExtent record)
    {
        switch (record.Opcode)
        {
            case Opcode.Schema or Opcode.Channel or Opcode.Message:
                Loose(record);
                return;
            case Opcode.Chunk:
                Chunk(record);
                break;
            case Opcode.Attachment:
                McapAttachment attachment = RecordDecoder.Attachment(source.Fields(source.Content(record), record));
                contents.Attachments.Add(new((ulong)record.Offset, (ulong)(record.End - record.Offset), attachment.LogTimeNs, attachment.CreateTimeNs, (ulong)attachment.Data.Length, attachment.Name, attachment.MediaType));
                break;
            case Opcode.Metadata:
                McapMetadata metadata = RecordDecoder.Metadata(source.Fields(source.Content(record), record));
                contents.Metadata.Add(new((ulong)record.Offset, (ulong)(record.End - record.Offset), metadata.Name));
                break;
            case Opcode.MessageIndex:
                RecordDecoder.MessageIndex(source.Fields(source.Content(record), record));
                break;
            case <= Opcode.DataEnd:
                throw McapError.At("RC005", source.Name, record.Offset, $"a {record.Opcode} record lies in the data section");
        }

        _loose.Close();
    }

    private void Chunk(RecordExtent record)
    {
        MessageRegion region = ChunkOpener.Region(ChunkOpener.Head(source, record), channels: null);
        MessageCount += (ulong)_regions.Messages(region, new McapQuery()).Count;
        ChunkCount++;
        contents.Regions.Add(region);
    }

    private void Loose(RecordExtent record)
    {
        MessageRegion single = new(record.Offset, record.End - record.Offset, 0, 0, ulong.MaxValue, null);
        List<McapMessage> messages = _regions.Messages(single, new McapQuery());
        MessageCount += (ulong)messages.Count;
        _loose.Add(record, messages);
    }
}
