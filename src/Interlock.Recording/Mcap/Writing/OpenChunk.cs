using System.Buffers.Binary;
using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Writing;

/// <summary>The chunk that is being filled. Its head is reserved in front of its records, so that it leaves in one piece.</summary>
internal sealed class OpenChunk
{
    private const int HeadBytes = McapFormat.RecordHeadBytes + McapFormat.ChunkFieldsBytes;

    private ulong _firstTimeNs;

    public OpenChunk(int capacity)
    {
        Records = new RecordBuffer(HeadBytes + capacity);
        Clear();
    }

    /// <summary>Records go to the end of this.</summary>
    public RecordBuffer Records { get; }

    public bool HasMessages { get; private set; }

    public ulong StartTimeNs { get; private set; }

    public ulong EndTimeNs { get; private set; }

    public int RecordBytes => Records.Length - HeadBytes;

    public int Length => Records.Length;

    /// <summary>True when a message of this log time is <paramref name="boundNs"/> or more away from the first one.</summary>
    public bool IsFarFrom(ulong logTimeNs, ulong boundNs) =>
        HasMessages && Math.Max(logTimeNs, _firstTimeNs) - Math.Min(logTimeNs, _firstTimeNs) >= boundNs;

    public void Note(ulong logTimeNs)
    {
        _firstTimeNs = HasMessages ? _firstTimeNs : logTimeNs;
        StartTimeNs = HasMessages ? Math.Min(StartTimeNs, logTimeNs) : logTimeNs;
        EndTimeNs = HasMessages ? Math.Max(EndTimeNs, logTimeNs) : logTimeNs;
        HasMessages = true;
    }

    /// <summary>The whole record with its head filled in.</summary>
    public ReadOnlySpan<byte> Close()
    {
        Span<byte> chunk = Records.Written;
        ulong recordBytes = (ulong)RecordBytes;
        chunk[0] = (byte)Opcode.Chunk;
        BinaryPrimitives.WriteUInt64LittleEndian(chunk[1..], McapFormat.ChunkFieldsBytes + recordBytes);
        Span<byte> fields = chunk[McapFormat.RecordHeadBytes..];
        BinaryPrimitives.WriteUInt64LittleEndian(fields, StartTimeNs);
        BinaryPrimitives.WriteUInt64LittleEndian(fields[8..], EndTimeNs);
        BinaryPrimitives.WriteUInt64LittleEndian(fields[16..], recordBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[24..], Crc32.Of(chunk[HeadBytes..]));
        BinaryPrimitives.WriteUInt32LittleEndian(fields[28..], 0);
        BinaryPrimitives.WriteUInt64LittleEndian(fields[32..], recordBytes);
        return chunk;
    }

    public void Clear()
    {
        Records.Clear();
        Records.Take(HeadBytes);
        HasMessages = false;
        StartTimeNs = 0;
        EndTimeNs = 0;
    }
}
