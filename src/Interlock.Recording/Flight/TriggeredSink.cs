using System.Buffers.Binary;

namespace Interlock.Recording.Flight;

/// <summary>
/// Always on: remembers the last records and lets through only those around a trigger. Constant memory; the span before a trigger is as long
/// as <paramref name="capacity"/> records at most.
/// </summary>
/// <param name="inner">Where the records around a trigger go.</param>
/// <param name="capacity">Records remembered, 1 or more: rate in Hz times seconds before.</param>
/// <param name="recordBytes">Size of each record, bytes.</param>
/// <param name="beforeNs">Span before a trigger that is kept, ns.</param>
/// <param name="afterNs">Span after a trigger that is kept, ns.</param>
public sealed class TriggeredSink(IStepSink inner, int capacity, int recordBytes, ulong beforeNs, ulong afterNs) : IStepSink
{
    private readonly byte[] _memory = new byte[checked(capacity * recordBytes)];
    private long _next;
    private long _held;
    private ulong? _openUntilNs;

    /// <summary>Saves the records from <c>beforeNs</c> before to <c>afterNs</c> after <paramref name="timeNs"/>. On the recorder's thread.</summary>
    /// <param name="timeNs">Log time of an intervention, a stop or a mark, ns.</param>
    public void Trigger(ulong timeNs)
    {
        ulong from = timeNs - Math.Min(timeNs, beforeNs);
        for (; _held > 0; _held--)
        {
            ReadOnlySpan<byte> record = Slot(_next - _held);
            if (TimeOf(record) >= from)
            {
                inner.Write(record);
            }
        }

        ulong until = timeNs + Math.Min(afterNs, ulong.MaxValue - timeNs);
        _openUntilNs = Math.Max(_openUntilNs ?? 0, until);
    }

    /// <inheritdoc />
    public void Write(ReadOnlySpan<byte> record)
    {
        if (TimeOf(record) <= _openUntilNs)
        {
            inner.Write(record);
            return;
        }

        record.CopyTo(Slot(_next++));
        _held = Math.Min(_held + 1, capacity);
    }

    /// <inheritdoc />
    public void Flush() => inner.Flush();

    private static ulong TimeOf(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadUInt64LittleEndian(record);

    private Span<byte> Slot(long index) => _memory.AsSpan((int)(index % capacity) * recordBytes, recordBytes);
}
