using System.Buffers.Binary;

namespace Interlock.Runtime.Live.Viewers;

/// <summary>Frames one after another in a block of fixed size that is used round and round. Not thread-safe.</summary>
internal sealed class FrameRing(int capacity)
{
    private const int SizeBytes = sizeof(int);

    private readonly byte[] _block = new byte[capacity];
    private int _start;
    private int _used;

    /// <summary>Length of the oldest frame; 0 when there is none.</summary>
    public int OldestBytes => _used == 0 ? 0 : ReadSize();

    /// <summary>Adds a frame of two parts and returns how many were dropped: old ones, or this one when it is longer than the whole block.</summary>
    public int Add(ReadOnlySpan<byte> head, ReadOnlySpan<byte> payload)
    {
        int size = head.Length + payload.Length;
        if (size + SizeBytes > _block.Length)
        {
            return 1;
        }

        int dropped = 0;
        while (_block.Length - _used < size + SizeBytes)
        {
            Skip(SizeBytes + ReadSize());
            dropped++;
        }

        Span<byte> prefix = stackalloc byte[SizeBytes];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, size);
        Append(prefix);
        Append(head);
        Append(payload);
        return dropped;
    }

    /// <summary>Moves the oldest frame out and returns its length.</summary>
    public int Take(Span<byte> target)
    {
        int size = ReadSize();
        Skip(SizeBytes);
        Copy(target[..size]);
        Skip(size);
        return size;
    }

    private int ReadSize()
    {
        Span<byte> prefix = stackalloc byte[SizeBytes];
        Copy(prefix);
        return BinaryPrimitives.ReadInt32LittleEndian(prefix);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        int at = (int)(((long)_start + _used) % _block.Length);
        int first = Math.Min(bytes.Length, _block.Length - at);
        bytes[..first].CopyTo(_block.AsSpan(at));
        bytes[first..].CopyTo(_block);
        _used += bytes.Length;
    }

    private void Copy(Span<byte> target)
    {
        int first = Math.Min(target.Length, _block.Length - _start);
        _block.AsSpan(_start, first).CopyTo(target);
        _block.AsSpan(0, target.Length - first).CopyTo(target[first..]);
    }

    private void Skip(int bytes)
    {
        _start = (int)(((long)_start + bytes) % _block.Length);
        _used -= bytes;
    }
}
