using System.Buffers.Binary;
using System.Text;

namespace Interlock.Recording.Ros2.Cdr;

/// <summary>
/// One message in the classic encoding of OMG DDS-XTypes 1.3, 7.4.1 (PLAIN_CDR, version 1), little-endian, as ROS 2 writes it: a header of four
/// bytes, then every number on a multiple of its own size counted from behind the header. Allocates only to grow.
/// </summary>
internal sealed class CdrWriter
{
    private const int HeaderBytes = 4;
    private const int FirstCapacity = 1024;

    // Representation identifier CDR_LE, and options that say nothing.
    private static ReadOnlySpan<byte> Header => [0x00, 0x01, 0x00, 0x00];

    private byte[] _bytes = new byte[FirstCapacity];
    private int _length;

    /// <summary>The message so far; valid until the next call.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public CdrWriter Begin()
    {
        _length = 0;
        Header.CopyTo(Take(HeaderBytes));
        return this;
    }

    public CdrWriter UInt8(byte value)
    {
        Take(1)[0] = value;
        return this;
    }

    public CdrWriter Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Aligned(sizeof(int)), value);
        return this;
    }

    public CdrWriter UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Aligned(sizeof(uint)), value);
        return this;
    }

    public CdrWriter Float64(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(Aligned(sizeof(double)), value);
        return this;
    }

    /// <summary>UTF-8 with its length and a zero at the end. A zero inside would end the text for many readers, so it becomes the replacement character.</summary>
    public CdrWriter String(string value)
    {
        string text = value.Replace('\0', '\uFFFD');
        int bytes = Encoding.UTF8.GetByteCount(text);
        UInt32((uint)bytes + 1);
        Span<byte> place = Take(bytes + 1);
        Encoding.UTF8.GetBytes(text, place);
        place[bytes] = 0;
        return this;
    }

    public CdrWriter Strings(IReadOnlyList<string> values)
    {
        UInt32((uint)values.Count);
        foreach (string value in values)
        {
            String(value);
        }

        return this;
    }

    /// <summary>A sequence of doubles. Without elements nothing is aligned for them.</summary>
    public CdrWriter Float64s(ReadOnlySpan<double> values)
    {
        UInt32((uint)values.Length);
        foreach (double value in values)
        {
            Float64(value);
        }

        return this;
    }

    public CdrWriter Bytes(ReadOnlySpan<byte> values)
    {
        UInt32((uint)values.Length);
        values.CopyTo(Take(values.Length));
        return this;
    }

    private Span<byte> Aligned(int size)
    {
        int over = (_length - HeaderBytes) % size;
        if (over != 0)
        {
            Take(size - over).Clear();
        }

        return Take(size);
    }

    private Span<byte> Take(int count)
    {
        int end = checked(_length + count);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, end)));
        }

        Span<byte> place = _bytes.AsSpan(_length, count);
        _length = end;
        return place;
    }
}
