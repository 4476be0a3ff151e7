using System.Buffers.Binary;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>Opcode and place of a record.</summary>
internal readonly record struct RecordExtent(Opcode Opcode, long Offset, long ContentLength)
{
    public long ContentOffset => Offset + McapFormat.RecordHeadBytes;

    public long End => ContentOffset + ContentLength;

    /// <summary>From the first nine bytes of a record, which has to end by <paramref name="end"/>.</summary>
    public static RecordExtent Of(ReadOnlySpan<byte> head, long offset, long end, string? file)
    {
        if (head[0] == 0)
        {
            throw McapError.At("RC005", file, offset, "a record has opcode 0", "the file is damaged; `interlock record recover` saves what can be verified");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(head[1..]);
        long left = end - offset - McapFormat.RecordHeadBytes;
        return length <= (ulong)left
            ? new RecordExtent((Opcode)head[0], offset, (long)length)
            : throw McapError.Truncated(file, offset, $"a record of {length} bytes begins where {left} are left");
    }
}
