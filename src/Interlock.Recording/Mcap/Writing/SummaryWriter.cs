using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Writing;

/// <summary>Everything after the data section, in one buffer.</summary>
internal sealed class SummaryWriter(RecordBuffer buffer, ulong fileOffset)
{
    private readonly List<SummaryOffset> _groups = [];

    /// <summary>Adds the records of one opcode, if there are any.</summary>
    public void Group(Opcode opcode, Action<RecordBuffer> write)
    {
        int start = buffer.Length;
        write(buffer);
        if (buffer.Length > start)
        {
            _groups.Add(new SummaryOffset(opcode, fileOffset + (ulong)start, (ulong)(buffer.Length - start)));
        }
    }

    public void Close(bool withOffsets)
    {
        bool any = buffer.Length > 0;
        ulong offsets = 0;
        if (withOffsets && any)
        {
            offsets = fileOffset + (ulong)buffer.Length;
            _groups.ForEach(group => RecordEncoder.Write(buffer, group));
        }

        RecordEncoder.WriteFooter(buffer, any ? fileOffset : 0, offsets, Crc32.Of(buffer.Written));
        buffer.Raw(McapFormat.Magic);
    }
}
