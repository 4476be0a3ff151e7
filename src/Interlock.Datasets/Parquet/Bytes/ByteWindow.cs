using System.Buffers;

namespace Interlock.Datasets.Parquet.Bytes;

/// <summary>A pooled buffer that slides forward over a range of bytes. What it hands out is valid until the next call.</summary>
internal sealed class ByteWindow(RandomBytes bytes) : IDisposable
{
    private const int ReadAhead = 256 << 10;

    private byte[] _buffer = [];
    private int _start;
    private int _available;
    private long _next;
    private long _end;

    /// <summary>Offset in the file of the first byte that was not consumed.</summary>
    public long Position => _next - _available;

    /// <summary>Bytes of the range that were not consumed.</summary>
    public long Left => _end - Position;

    public void MoveTo(long start, long end)
    {
        (_start, _available, _next, _end) = (0, 0, start, end);
    }

    /// <summary>The next bytes without consuming them: <paramref name="count"/>, or all that are left in the range.</summary>
    public ArraySegment<byte> Peek(int count)
    {
        count = (int)Math.Min(count, Left);
        if (count > _available)
        {
            Refill(count);
        }

        return new ArraySegment<byte>(_buffer, _start, count);
    }

    public void Consume(int count)
    {
        _start += count;
        _available -= count;
    }

    public void Dispose()
    {
        ReturnBuffer();
        _buffer = [];
    }

    private void Refill(int count)
    {
        int wanted = (int)Math.Min(Math.Max(count, ReadAhead), Left);
        byte[] target = _buffer.Length >= wanted ? _buffer : ArrayPool<byte>.Shared.Rent(wanted);
        Buffer.BlockCopy(_buffer, _start, target, 0, _available);
        if (target != _buffer)
        {
            ReturnBuffer();
            _buffer = target;
        }

        _start = 0;
        bytes.Read(_buffer.AsSpan(_available, wanted - _available), _next);
        _next += wanted - _available;
        _available = wanted;
    }

    private void ReturnBuffer()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }
}
