using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>Bytes of a file by offset, with the limits for reading them.</summary>
internal sealed class ByteSource(Stream stream, string? name, McapLimits limits)
{
    public string? Name => name;

    public McapLimits Limits => limits;

    public long Length { get; } = stream.Length;

    public void Read(long offset, Span<byte> into)
    {
        try
        {
            if (stream.Position != offset)
            {
                stream.Position = offset;
            }

            stream.ReadExactly(into);
        }
        catch (Exception exception) when (exception is IOException)
        {
            throw McapError.At("RC012", name, offset, $"the file cannot be read: {exception.Message.TrimEnd('.')}", "check the disk and that nobody changes the file");
        }
    }

    public byte[] Read(long offset, long length)
    {
        RefuseAbove(limits.LargestRecordBytes, offset, length);
        byte[] bytes = GC.AllocateUninitializedArray<byte>(checked((int)length));
        Read(offset, bytes);
        return bytes;
    }

    public void RefuseAbove(long limit, long offset, long length)
    {
        if (length > limit)
        {
            throw McapError.At("RC011", name, offset, $"{length} bytes would have to be held at once, at most {limit} are", "raise the limit when the file is trusted");
        }
    }

    /// <summary>Opcode and extent of the record at <paramref name="offset"/>, which has to end by <paramref name="end"/>.</summary>
    public RecordExtent Extent(long offset, long end)
    {
        if (end - offset < McapFormat.RecordHeadBytes)
        {
            throw McapError.Truncated(name, offset, $"a record begins {end - offset} bytes before its section ends");
        }

        Span<byte> head = stackalloc byte[McapFormat.RecordHeadBytes];
        Read(offset, head);
        return RecordExtent.Of(head, offset, end, name);
    }

    public FieldReader Fields(ReadOnlySpan<byte> content, RecordExtent record) => new(content, record.ContentOffset, name);

    public byte[] Content(RecordExtent record) => Read(record.ContentOffset, record.ContentLength);

    public DiagnosticException Malformed(long offset, string message) => McapError.Malformed(name, offset, message);
}
