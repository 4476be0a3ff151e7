namespace Interlock.Runtime.Proxies.WebSockets;

/// <summary>The payload of one message, with room in front for the header it is sent with. It grows with what has arrived, not with what was announced.</summary>
internal sealed class MessageBuffer
{
    private const int FirstBytes = 16 << 10;
    private const int PieceBytes = 256 << 10;
    private const int KeptBytes = 4 << 20;

    private byte[] _bytes = new byte[FirstBytes];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Payload => _bytes.AsMemory(FrameHeader.MostBytes, Length);

    /// <summary>Room for what comes next, at most so much.</summary>
    public Span<byte> Room(long most)
    {
        int at = FrameHeader.MostBytes + Length;
        int wanted = (int)Math.Min(most, Math.Max(PieceBytes, Length));
        if (_bytes.Length - at < Math.Min(wanted, PieceBytes))
        {
            Array.Resize(ref _bytes, (int)Math.Min((long)at + wanted, Array.MaxLength));
        }

        return _bytes.AsSpan(at, Math.Min(wanted, _bytes.Length - at));
    }

    public void Add(int count) => Length += count;

    /// <summary>A part of the payload to write to.</summary>
    public Span<byte> From(int at) => _bytes.AsSpan(FrameHeader.MostBytes + at, Length - at);

    /// <summary>A part of the payload with bytes put in front of it.</summary>
    public ReadOnlySpan<byte> After(ReadOnlySpan<byte> front, int at)
    {
        // Only the first part has room in front that is not payload.
        int start = FrameHeader.MostBytes + at - front.Length;
        front.CopyTo(_bytes.AsSpan(start));
        return _bytes.AsSpan(start, front.Length + Length - at);
    }

    /// <summary>The whole payload as one frame.</summary>
    public ReadOnlySpan<byte> Framed(Opcode opcode)
    {
        int header = FrameHeader.WriteBefore(_bytes.AsSpan(0, FrameHeader.MostBytes), opcode, Length, null);
        return _bytes.AsSpan(FrameHeader.MostBytes - header, header + Length);
    }

    /// <summary>Forgets the message; a long one also gives its room back.</summary>
    public void Clear()
    {
        if (_bytes.Length > KeptBytes)
        {
            _bytes = new byte[FirstBytes];
        }

        Length = 0;
    }
}
