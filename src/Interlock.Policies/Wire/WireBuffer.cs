using System.Buffers;

namespace Interlock.Policies.Wire;

/// <summary>Bytes being written. Cleared and used again, it allocates nothing once it has grown to the size of the messages.</summary>
public sealed class WireBuffer : IBufferWriter<byte>
{
    private const int FirstBytes = 1024;

    private byte[] _bytes = new byte[FirstBytes];

    /// <summary>How many bytes were written since the last <see cref="Clear"/>.</summary>
    public int Length { get; private set; }

    /// <summary>What was written; valid until the next write or <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Forgets what was written and keeps the room for it.</summary>
    public void Clear() => Length = 0;

    /// <inheritdoc />
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - Length);
        Length += count;
    }

    /// <inheritdoc />
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc />
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    internal void Add(byte value)
    {
        EnsureRoom(1);
        _bytes[Length++] = value;
    }

    internal void Add(ReadOnlySpan<byte> values) => values.CopyTo(Take(values.Length));

    internal Span<byte> Take(int count)
    {
        EnsureRoom(count);
        Span<byte> taken = _bytes.AsSpan(Length, count);
        Length += count;
        return taken;
    }

    internal Span<byte> At(int offset, int count) => _bytes.AsSpan(offset, count);

    private void EnsureRoom(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max((long)Length + count, 2L * _bytes.Length), Array.MaxLength));
        }
    }
}
