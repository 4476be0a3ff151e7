using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interlock.Recording.Flight.Writing;

namespace Interlock.Recording.Flight.Encoding;

/// <summary>
/// The newest messages in one block of memory, oldest out first: by age, and by room where images are large. A message larger than the whole
/// block is not remembered.
/// </summary>
internal sealed class MessageMemory(int bytes)
{
    private static readonly int HeadBytes = Unsafe.SizeOf<Head>();

    private readonly byte[] _block = new byte[bytes];
    private readonly Queue<(int Offset, int Bytes, ulong TimeNs)> _order = new();
    private int _next;

    public void Add(ushort channel, uint sequence, ulong timeNs, ReadOnlySpan<byte> json, ulong keepNs)
    {
        int size = HeadBytes + json.Length;
        Forget(timeNs - Math.Min(timeNs, keepNs));
        if (size > _block.Length)
        {
            return;
        }

        // A message lies in one piece; what is left at the end of the block stays free.
        if (_next + size > _block.Length)
        {
            MakeRoom(_next, _block.Length);
            _next = 0;
        }

        MakeRoom(_next, _next + size);
        MemoryMarshal.Write(_block.AsSpan(_next), new Head(timeNs, sequence, channel));
        json.CopyTo(_block.AsSpan(_next + HeadBytes));
        _order.Enqueue((_next, size, timeNs));
        _next += size;
    }

    /// <summary>Writes what is remembered from a time on and forgets everything.</summary>
    public void TakeAll(ulong fromNs, FlightOutput output)
    {
        while (_order.TryDequeue(out (int Offset, int Bytes, ulong TimeNs) entry))
        {
            if (entry.TimeNs >= fromNs)
            {
                Head head = MemoryMarshal.Read<Head>(_block.AsSpan(entry.Offset));
                output.Keep(head.Channel, head.Sequence, head.TimeNs, _block.AsSpan(entry.Offset + HeadBytes, entry.Bytes - HeadBytes));
            }
        }
    }

    private void Forget(ulong beforeNs)
    {
        while (_order.TryPeek(out (int Offset, int Bytes, ulong TimeNs) oldest) && oldest.TimeNs < beforeNs)
        {
            _order.Dequeue();
        }
    }

    private void MakeRoom(int from, int to)
    {
        while (_order.TryPeek(out (int Offset, int Bytes, ulong TimeNs) oldest) && oldest.Offset < to && oldest.Offset + oldest.Bytes > from)
        {
            _order.Dequeue();
        }
    }

    private readonly record struct Head(ulong TimeNs, uint Sequence, ushort Channel);
}
