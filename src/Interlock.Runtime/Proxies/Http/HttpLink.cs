using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Connections;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>One peer's connection as HTTP/1.1 has it: heads, lines, and bytes of bodies.</summary>
/// <param name="channel">The connection.</param>
/// <param name="watch">Where its thread waits.</param>
/// <param name="peer">Who it is, for findings.</param>
internal sealed class HttpLink(Channel channel, Watch watch, string peer)
{
    public const int LongestHeadBytes = 16 << 10;

    private const int FirstBytes = 4 << 10;

    private byte[] _buffer = new byte[FirstBytes];
    private int _start;
    private int _end;

    public Channel Channel => channel;

    public Watch Watch => watch;

    public string Peer => peer;

    /// <summary>What was received and not taken.</summary>
    public ReadOnlySpan<byte> Ahead => _buffer.AsSpan(_start.._end);

    /// <summary>The next head without its last, empty line, valid until the next call; empty when the peer has gone before it.</summary>
    /// <exception cref="DiagnosticException">RT202, RT210, RT213.</exception>
    /// <exception cref="TimeoutException">The deadline passed.</exception>
    public ReadOnlySpan<byte> Head(Deadline limit) => Until("\r\n\r\n"u8, LongestHeadBytes, limit, isFirst: true);

    /// <summary>The next line without its end, valid until the next call.</summary>
    /// <exception cref="DiagnosticException">RT202, RT210, RT213.</exception>
    /// <exception cref="TimeoutException">The deadline passed.</exception>
    public ReadOnlySpan<byte> Line(int longest, Deadline limit) => Until("\r\n"u8, longest, limit, isFirst: false);

    /// <summary>Reads bytes of a body; 0 when the peer has gone.</summary>
    /// <exception cref="TimeoutException">The deadline passed.</exception>
    /// <exception cref="IOException">The connection is broken.</exception>
    public int Read(Span<byte> room, Deadline limit)
    {
        if (_start == _end)
        {
            return Receive(room, limit);
        }

        int count = Math.Min(room.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(room);
        _start += count;
        return count;
    }

    private ReadOnlySpan<byte> Until(ReadOnlySpan<byte> mark, int longest, Deadline limit, bool isFirst)
    {
        int searched = 0;
        while (true)
        {
            ReadOnlySpan<byte> here = Ahead;
            int at = here[searched..].IndexOf(mark);
            int length = at < 0 ? here.Length : searched + at;
            RefuseBareFeeds(here[..length], Math.Max(searched - 1, 0));
            if (length > longest)
            {
                throw ProxyError.Of(ProxyCodes.TooLong, peer, $"more than {longest} bytes of a head");
            }

            if (at >= 0)
            {
                _start += length + mark.Length;
                return here[..length];
            }

            searched = Math.Max(length - mark.Length + 1, 0);
            if (!More(limit))
            {
                return isFirst && _start == _end ? default : throw ProxyError.Of(ProxyCodes.Cut, peer, "went within the head of a message");
            }
        }
    }

    // Where one reader takes a bare line feed for the end of a line and another does not, requests are smuggled.
    private void RefuseBareFeeds(ReadOnlySpan<byte> bytes, int from)
    {
        for (int at = from; bytes[at..].IndexOf((byte)'\n') is var next and >= 0; at += next + 1)
        {
            if (at + next == 0 || bytes[at + next - 1] != '\r')
            {
                throw ProxyError.Of(ProxyCodes.NotHttp, peer, "a line ends with a bare line feed");
            }
        }
    }

    private bool More(Deadline limit)
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int count = Receive(_buffer.AsSpan(_end), limit);
        _end += count;
        return count > 0;
    }

    private int Receive(Span<byte> room, Deadline limit)
    {
        while (true)
        {
            if (!watch.Await(channel, limit))
            {
                throw new TimeoutException();
            }

            int count = channel.TryReceive(room);
            if (count != Channel.NothingYet)
            {
                return count;
            }
        }
    }
}
