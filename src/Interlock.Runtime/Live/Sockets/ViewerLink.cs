using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Live.Sockets;

/// <summary>A viewer's connection until it is a websocket: one request, one answer.</summary>
internal sealed class ViewerLink(Stream stream)
{
    private const string Peer = "request";

    private static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    private readonly byte[] _buffer = new byte[HttpLink.LongestHeadBytes];
    private int _length;
    private int _headBytes;

    /// <summary>True when the viewer sent more than the head it may send now.</summary>
    public bool HasMore => _length > _headBytes;

    /// <summary>The request's head; null when the viewer has gone.</summary>
    /// <exception cref="DiagnosticException">RT202: no request; RT213: too long; RT210: it went within the head.</exception>
    public async ValueTask<HttpRequestHead?> HeadAsync(CancellationToken cancellation)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _length).IndexOf(End)) < 0)
        {
            if (_length == _buffer.Length)
            {
                throw ProxyError.Of(ProxyCodes.TooLong, Peer, $"more than {_buffer.Length} bytes of a head");
            }

            int count = await stream.ReadAsync(_buffer.AsMemory(_length), cancellation);
            if (count == 0)
            {
                return _length == 0 ? null : throw ProxyError.Of(ProxyCodes.Cut, Peer, "went within the head of a message");
            }

            _length += count;
        }

        _headBytes = end + End.Length;
        return HttpRequestHead.Parse(_buffer.AsSpan(0, end));
    }

    public ValueTask SendAsync(string head, CancellationToken cancellation) => stream.WriteAsync(Encoding.Latin1.GetBytes(head), cancellation);

    /// <summary>The last answer of a viewer that may not come in.</summary>
    public async ValueTask RefuseAsync(int status, string reason, CancellationToken cancellation)
    {
        byte[] body = Encoding.UTF8.GetBytes(reason);
        await SendAsync($"HTTP/1.1 {status} Refused\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n", cancellation);
        await stream.WriteAsync(body, cancellation);
    }
}
