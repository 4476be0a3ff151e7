using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Connections;

namespace Interlock.Runtime.Proxies.WebSockets;

/// <summary>
/// Reads one peer's websocket. Payloads are received where the message lies, still masked, so that they can be sent on as they came.
/// </summary>
internal sealed class FrameReader
{
    private const int AheadBytes = 4 << 10;

    // openpi sends a message in one frame; in more than this it is made to cost time.
    private const int MostFrames = 1 << 12;

    private readonly Channel _channel;
    private readonly string _peer;
    private readonly bool _isMasked;
    private readonly int _longestBytes;
    private readonly byte[] _ahead = new byte[AheadBytes];
    private readonly byte[] _header = new byte[FrameHeader.MostBytes];
    private readonly MessageBuffer _message = new();
    private int _start;
    private int _stop;
    private bool _isStalled;
    private FrameHeader? _open;
    private FrameHeader _frame;
    private long _taken;
    private int _freshAt;
    private long _freshOffset;
    private int _headerBytes;
    private int _frames;

    /// <param name="channel">The connection.</param>
    /// <param name="peer">Who it is, for findings.</param>
    /// <param name="isMasked">True for a client.</param>
    /// <param name="longestBytes">Longest message.</param>
    /// <param name="ahead">What was received before.</param>
    public FrameReader(Channel channel, string peer, bool isMasked, int longestBytes, ReadOnlySpan<byte> ahead = default)
    {
        (_channel, _peer, _isMasked, _longestBytes) = (channel, peer, isMasked, longestBytes);
        Control = new ControlFrame(peer);
        if (ahead.Length > AheadBytes)
        {
            throw FrameHeader.Broken(peer, "much was sent before it could be read");
        }

        ahead.CopyTo(_ahead);
        _stop = ahead.Length;
        _isStalled = ahead.IsEmpty;
    }

    /// <summary>True when something can be read whatever the socket says.</summary>
    public bool HasReady => !_isStalled || _channel.HasReady;

    /// <summary>The message so far.</summary>
    public ReadOnlyMemory<byte> Message => _message.Payload;

    public bool IsText { get; private set; }

    /// <summary>True when more of a message's frame is to come.</summary>
    public bool IsWithinFrame => _open is { IsControl: false };

    /// <summary>What came with the newest ping or close.</summary>
    public ControlFrame Control { get; }

    /// <summary>The whole message as one frame of a server.</summary>
    public ReadOnlySpan<byte> Framed() => _message.Framed(IsText ? Opcode.Text : Opcode.Binary);

    /// <summary>Reads on, receiving once at most.</summary>
    /// <param name="takesMessages">False to leave a message that begins where it is.</param>
    /// <exception cref="DiagnosticException">RT240, RT213.</exception>
    /// <exception cref="IOException">The connection is broken.</exception>
    public FrameStep Next(bool takesMessages = true)
    {
        if (_open is { IsControl: false })
        {
            return Receive(_message.Room(_frame.Length - _taken)) is { } count ? Took(count) : Ending;
        }

        if (_isStalled)
        {
            _ahead.AsSpan(_start.._stop).CopyTo(_ahead);
            (_start, _stop) = (0, _stop - _start);
            if (Receive(_ahead.AsSpan(_stop)) is not { } count)
            {
                return Ending;
            }

            _stop += count;
        }

        FrameStep step = FromAhead(takesMessages);
        _isStalled = step == FrameStep.NeedsMore || _start == _stop;
        return step;
    }

    /// <summary>Sends the newest part on as it came.</summary>
    public void Forward(Channel channel)
    {
        ReadOnlySpan<byte> header = _header.AsSpan(0, _headerBytes);
        _headerBytes = 0;
        if (_freshAt > 0 && !header.IsEmpty)
        {
            channel.Send(header);
            header = default;
        }

        channel.Send(_message.After(header, _freshAt));
    }

    /// <summary>Unmasks the newest part; the second call masks it again.</summary>
    public void Unmask()
    {
        if (_frame.Mask is { } mask)
        {
            FrameMask.Apply(_message.From(_freshAt), mask, _freshOffset);
        }
    }

    private FrameStep Ending { get; set; }

    // Null when nothing came, and then Ending says why.
    private int? Receive(Span<byte> room)
    {
        int count = _channel.TryReceive(room);
        Ending = count == 0 ? FrameStep.Ended : FrameStep.NeedsMore;
        return count > 0 ? count : null;
    }

    private FrameStep FromAhead(bool takesMessages)
    {
        while (true)
        {
            if (_open is null && FrameHeader.TryRead(_ahead.AsSpan(_start.._stop), _isMasked, _peer) is { } header)
            {
                if (!header.IsControl)
                {
                    return takesMessages ? Begin(header) : FrameStep.MessageWaits;
                }

                _start += header.HeaderBytes;
                _open = header;
            }

            if (_open is not { } control || Control.TryTake(control, _ahead.AsSpan(_start.._stop)) is not { } step)
            {
                return FrameStep.NeedsMore;
            }

            _start += (int)control.Length;
            _open = null;
            if (step != FrameStep.NeedsMore)
            {
                return step;
            }
        }
    }

    private FrameStep Begin(FrameHeader header)
    {
        bool isFirst = _frames == 0;
        if (isFirst == (header.Opcode == Opcode.Continuation))
        {
            throw FrameHeader.Broken(_peer, isFirst ? "a message begins with a continuation" : "a message begins within another");
        }

        if (isFirst)
        {
            _message.Clear();
            IsText = header.Opcode == Opcode.Text;
        }

        if (header.Length < 0 || header.Length > _longestBytes - _message.Length || ++_frames > MostFrames)
        {
            throw ProxyError.Of(ProxyCodes.TooLong, _peer, $"a message of more than {_longestBytes} bytes or {MostFrames} frames, which is the most taken");
        }

        _ahead.AsSpan(_start, header.HeaderBytes).CopyTo(_header);
        (_frame, _open, _taken, _headerBytes) = (header, header, 0, header.HeaderBytes);
        _start += header.HeaderBytes;
        int count = (int)Math.Min(header.Length, _stop - _start);
        ReadOnlySpan<byte> here = _ahead.AsSpan(_start, count);
        here.CopyTo(_message.Room(Math.Max(count, 1)));
        _start += count;
        return Took(count);
    }

    private FrameStep Took(int count)
    {
        (_freshAt, _freshOffset) = (_message.Length, _taken);
        _message.Add(count);
        _taken += count;
        if (_taken < _frame.Length)
        {
            return FrameStep.Piece;
        }

        _open = null;
        if (!_frame.IsLast)
        {
            return FrameStep.Piece;
        }

        _frames = 0;
        return FrameStep.Message;
    }
}
