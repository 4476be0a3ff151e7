using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>Reads the summary section and verifies its checksum.</summary>
internal static class SummaryReader
{
    public static FileContents Read(ByteSource source, FileFrame frame)
    {
        source.RefuseAbove(source.Limits.LargestSummaryBytes, frame.DataEnd, frame.FooterOffset - frame.DataEnd);
        byte[] bytes = new byte[source.Length - McapFormat.Magic.Length - frame.DataEnd];
        source.Read(frame.DataEnd, bytes);
        uint crc = frame.Footer.SummaryCrc == 0 ? 0 : Crc32.Of(bytes.AsSpan(..^sizeof(uint)));
        if (crc != frame.Footer.SummaryCrc)
        {
            throw McapError.Checksum(source.Name, frame.DataEnd, "the summary", frame.Footer.SummaryCrc, crc);
        }

        FileContents contents = new(source.Name);
        if (frame.Footer.SummaryStart == 0)
        {
            return contents;
        }

        int summaryBytes = (int)(frame.FooterOffset - frame.DataEnd);
        RecordWalk walk = new(bytes.AsSpan(0, summaryBytes), frame.DataEnd, source.Name);
        while (walk.MoveNext())
        {
            Take(walk, contents, source.Name);
        }

        CheckPlaces(source, frame, contents);
        return contents;
    }

    private static void Take(in RecordWalk walk, FileContents contents, string? file)
    {
        switch (walk.Record.Opcode)
        {
            case Opcode.Schema:
                contents.Definitions.Add(RecordDecoder.Schema(walk.Fields), walk.Record.Offset);
                break;
            case Opcode.Channel:
                contents.Definitions.Add(RecordDecoder.Channel(walk.Fields), walk.Record.Offset);
                break;
            case Opcode.Statistics:
                contents.Statistics = RecordDecoder.Statistics(walk.Fields);
                break;
            case Opcode.ChunkIndex:
                contents.Chunks.Add(RecordDecoder.ChunkIndex(walk.Fields));
                break;
            case Opcode.AttachmentIndex:
                contents.Attachments.Add(RecordDecoder.AttachmentIndex(walk.Fields));
                break;
            case Opcode.MetadataIndex:
                contents.Metadata.Add(RecordDecoder.MetadataIndex(walk.Fields));
                break;
            case Opcode.SummaryOffset:
                RecordDecoder.SummaryOffset(walk.Fields);
                break;
            case <= Opcode.DataEnd:
                throw McapError.At("RC005", file, walk.Record.Offset, $"a {walk.Record.Opcode} record lies in the summary");
        }
    }

    // One chunk listed many times would make a small file cost much time.
    private static void CheckPlaces(ByteSource source, FileFrame frame, FileContents contents)
    {
        if (contents.Statistics is { } statistics && contents.Chunks.Count > 0 && statistics.ChunkCount != contents.Chunks.Count)
        {
            throw McapError.At("RC010", source.Name, frame.DataEnd, $"the statistics count {statistics.ChunkCount} chunks and the index {contents.Chunks.Count}");
        }

        IEnumerable<(ulong Offset, ulong Length)> places = contents.Chunks.Select(chunk => (chunk.Offset, chunk.Length))
            .Concat(contents.Attachments.Select(attachment => (attachment.Offset, attachment.Length)))
            .Concat(contents.Metadata.Select(metadata => (metadata.Offset, metadata.Length)))
            .Order();
        ulong free = (ulong)frame.DataStart;
        foreach ((ulong offset, ulong length) in places)
        {
            if (offset < free || offset > (ulong)frame.DataEnd || length > (ulong)frame.DataEnd - offset)
            {
                throw McapError.At("RC010", source.Name, frame.DataEnd, $"the summary places a record of {length} bytes at byte {offset}, where it overlaps another or leaves the data section");
            }

            free = offset + length;
        }
    }
}
