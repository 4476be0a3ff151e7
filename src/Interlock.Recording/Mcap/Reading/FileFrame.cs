using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>The fixed parts of a finished file: magic, header, footer, and where its sections lie.</summary>
/// <param name="Header">First record.</param>
/// <param name="DataStart">First byte after the header.</param>
/// <param name="DataEnd">First byte after the data section.</param>
/// <param name="FooterOffset">First byte of the footer.</param>
/// <param name="Footer">Last record.</param>
internal sealed record FileFrame(McapHeader Header, long DataStart, long DataEnd, long FooterOffset, Footer Footer)
{
    public static FileFrame Read(ByteSource source)
    {
        RequireMagic(source, 0, "RC001", "the file does not begin as an MCAP file of version 0 does", "check that it is an MCAP file");
        long footerOffset = source.Length - McapFormat.TailBytes;
        RequireMagic(source, source.Length - McapFormat.Magic.Length, "RC002", "the file was not finished: it has no closing magic", "`interlock record recover` saves what is complete");
        if (footerOffset < McapFormat.Magic.Length)
        {
            throw McapError.Truncated(source.Name, source.Length, $"a file of {source.Length} bytes has no room for a footer");
        }

        RecordExtent footer = source.Extent(footerOffset, source.Length);
        if (footer.Opcode != Opcode.Footer || footer.ContentLength != McapFormat.FooterContentBytes)
        {
            throw McapError.At("RC002", source.Name, footerOffset, "there is no footer before the closing magic", "`interlock record recover` saves what is complete");
        }

        RecordExtent header = source.Extent(McapFormat.Magic.Length, footerOffset);
        if (header.Opcode != Opcode.Header)
        {
            throw McapError.At("RC005", source.Name, header.Offset, $"the first record is a {header.Opcode}, not a header");
        }

        Footer end = RecordDecoder.Footer(source.Fields(source.Content(footer), footer));
        long dataEnd = end.SummaryStart == 0 ? footerOffset : Within(source, end.SummaryStart, header.End, footerOffset);
        return new FileFrame(RecordDecoder.Header(source.Fields(source.Content(header), header)), header.End, dataEnd, footerOffset, end);
    }

    private static long Within(ByteSource source, ulong offset, long from, long to) =>
        offset >= (ulong)from && offset <= (ulong)to
            ? (long)offset
            : throw McapError.At("RC010", source.Name, to, $"the footer says that the summary begins at byte {offset}, outside {from} to {to}");

    private static void RequireMagic(ByteSource source, long offset, string code, string message, string hint)
    {
        Span<byte> magic = stackalloc byte[McapFormat.Magic.Length];
        if (offset >= 0 && source.Length >= magic.Length)
        {
            source.Read(offset, magic);
        }

        if (!magic.SequenceEqual(McapFormat.Magic))
        {
            throw McapError.At(code, source.Name, Math.Max(offset, 0), message, hint);
        }
    }
}
