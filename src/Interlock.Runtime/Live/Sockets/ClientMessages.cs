namespace Interlock.Runtime.Live.Sockets;

/// <summary>A client's messages out of its bytes: pieces put together, up to a longest; control frames in between as they come.</summary>
internal sealed class ClientMessages(Stream stream, int longest)
{
    private const int FirstBytes = 4 << 10;

    private byte[] _buffer = new byte[FirstBytes];
    private byte[] _message = new byte[FirstBytes];
    private int _start;
    private int _end;
    private int _length;
    private SocketOpcode? _open;

    /// <summary>The next message or control frame, valid until the next call; null when the client has gone.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT256: It broke the rules.</exception>
    public async ValueTask<(SocketOpcode Opcode, ReadOnlyMemory<byte> Payload)?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (ClientHead.TryRead(_buffer.AsSpan(_start, _end - _start), longest) is { } head && _end - _start >= head.HeadBytes + head.PayloadBytes)
            {
                Memory<byte> payload = _buffer.AsMemory(_start + head.HeadBytes, head.PayloadBytes);
                head.Unmask(payload.Span);
                _start += head.HeadBytes + head.PayloadBytes;
                if (head.IsControl)
                {
                    return (head.Opcode, payload);
                }

                if (Append(head, payload.Span) is { } whole)
                {
                    return whole;
                }
            }
            else if (!await FillAsync(cancellation))
            {
                return null;
            }
        }
    }

    private (SocketOpcode Opcode, ReadOnlyMemory<byte> Payload)? Append(in ClientHead head, ReadOnlySpan<byte> piece)
    {
        if ((head.Opcode == SocketOpcode.Continuation) != _open.HasValue)
        {
            throw LiveError.Broken(CloseReason.ProtocolError, "a piece of no message, or a message within another");
        }

        _length = _open is null ? 0 : _length;
        if (_length + piece.Length > longest)
        {
            throw LiveError.Broken(CloseReason.TooBig, $"a message of more than {longest} bytes");
        }

        if (_message.Length < _length + piece.Length)
        {
            Array.Resize(ref _message, Math.Max(_length + piece.Length, 2 * _message.Length));
        }

        piece.CopyTo(_message.AsSpan(_length));
        _length += piece.Length;
        SocketOpcode kind = _open ?? head.Opcode;
        _open = head.IsFinal ? null : kind;
        return head.IsFinal ? (kind, _message.AsMemory(0, _length)) : null;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(2 * _buffer.Length, longest + ServerFrame.LongestHead + sizeof(uint)));
        }

        int count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
        _end += count;
        return count > 0;
    }
}
