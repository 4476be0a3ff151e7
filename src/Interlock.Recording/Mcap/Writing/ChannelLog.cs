using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Writing;

/// <summary>What the writer remembers of one channel: how many messages, and where those of the open chunk lie.</summary>
internal sealed class ChannelLog(McapChannel channel)
{
    private const int FirstCapacity = 256;

    private (ulong LogTimeNs, ulong Offset)[] _entries = new (ulong, ulong)[FirstCapacity];
    private int _entryCount;

    public McapChannel Channel { get; } = channel;

    public ulong MessageCount { get; private set; }

    public bool IsInChunk => _entryCount > 0;

    /// <summary>Where the message index of the chunk just closed begins in the file.</summary>
    public ulong IndexOffset { get; private set; }

    public void Count() => MessageCount++;

    public void Add(ulong logTimeNs, int offset)
    {
        if (_entryCount == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * _entries.Length);
        }

        _entries[_entryCount++] = (logTimeNs, (ulong)offset);
    }

    public void WriteIndex(RecordBuffer to, ulong offset)
    {
        IndexOffset = offset;
        int start = to.Begin(Opcode.MessageIndex);
        to.UInt16(Channel.Id);
        int array = to.Length;
        to.UInt32(0);
        foreach ((ulong logTimeNs, ulong messageOffset) in _entries.AsSpan(0, _entryCount))
        {
            to.UInt64(logTimeNs);
            to.UInt64(messageOffset);
        }

        to.CloseArray(array);
        to.EndExtensible(start);
    }

    public void CloseChunk() => _entryCount = 0;
}
