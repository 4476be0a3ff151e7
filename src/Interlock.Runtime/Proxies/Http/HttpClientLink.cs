using System.Text;
using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>One client's connection as HTTP/1.1: heads in, bodies in, replies out.</summary>
internal sealed class HttpClientLink(Stream stream)
{
    private const int FirstBytes = 4 << 10;

    private byte[] _buffer = new byte[FirstBytes];
    private int _start;
    private int _end;

    /// <summary>The connection; what was read ahead comes first.</summary>
    public Stream Stream => _start < _end ? throw new InvalidOperationException("Bytes were read ahead.") : stream;

    /// <summary>True when the client sent more than the head it may send now.</summary>
    public bool HasMore => _start < _end;

    /// <summary>The next head; null when the client has gone.</summary>
    /// <exception cref="DiagnosticException">RT202: no request; RT213: too long.</exception>
    public async ValueTask<HttpRequestHead?> HeadAsync(CancellationToken cancellation)
    {
        int searched = 0;
        while (true)
        {
            int end = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                HttpRequestHead head = HttpRequestHead.Parse(_buffer.AsSpan(_start, searched + end));
                _start += searched + end + 4;
                return head;
            }

            searched = Math.Max(_end - _start - 3, 0);
            if (!await MoreAsync(cancellation))
            {
                return _start == _end ? null : throw ProxyError.Of(ProxyCodes.Cut, "request", "the client went within the head of a request");
            }
        }
    }

    /// <summary>Reads bytes of a body; 0 when the client has gone.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> room, CancellationToken cancellation)
    {
        if (_start == _end)
        {
            return await stream.ReadAsync(room, cancellation);
        }

        int count = Math.Min(room.Length, _end - _start);
        _buffer.AsMemory(_start, count).CopyTo(room);
        _start += count;
        return count;
    }

    /// <summary>Sends a whole reply in one piece.</summary>
    public async ValueTask ReplyAsync(int status, string contentType, ReadOnlyMemory<byte> body, bool keepsAlive, CancellationToken cancellation, string fields = "")
    {
        string head = $"HTTP/1.1 {status} {Reason(status)}\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\n"
            + $"Connection: {(keepsAlive ? "keep-alive" : "close")}\r\n{fields}\r\n";
        byte[] whole = new byte[Encoding.Latin1.GetByteCount(head) + body.Length];
        int length = Encoding.Latin1.GetBytes(head, whole);
        body.Span.CopyTo(whole.AsSpan(length));
        await stream.WriteAsync(whole, cancellation);
    }

    /// <summary>Sends text.</summary>
    public ValueTask TextAsync(int status, string text, bool keepsAlive, CancellationToken cancellation) =>
        ReplyAsync(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text), keepsAlive, cancellation);

    /// <summary>Sends a head alone.</summary>
    public ValueTask RawAsync(string head, CancellationToken cancellation) => stream.WriteAsync(Encoding.Latin1.GetBytes(head), cancellation);

    private async ValueTask<bool> MoreAsync(CancellationToken cancellation)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end >= HttpRequestHead.LongestBytes)
        {
            throw ProxyError.Of(ProxyCodes.TooLong, "request", $"a head of more than {HttpRequestHead.LongestBytes} bytes");
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
        _end += count;
        return count > 0;
    }

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        411 => "Length Required",
        413 => "Content Too Large",
        426 => "Upgrade Required",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Error",
    };
}
