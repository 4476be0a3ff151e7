using System.Net.WebSockets;
using System.Text;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>Makes a websocket of a client's connection. Source: RFC 6455, section 4.2.2.</summary>
internal static class WebSocketUpgrade
{
    private const string Suffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private const int KeyBytes = 16;

    /// <summary>The websocket; no compression, no pings of its own.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT202: the request asks for none that there is.</exception>
    public static async ValueTask<WebSocket> AcceptAsync(HttpClientLink link, HttpRequestHead head, CancellationToken cancellation)
    {
        await SwitchAsync(link, head, "", cancellation);
        return WebSocket.CreateFromStream(
            link.Stream, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = Timeout.InfiniteTimeSpan });
    }

    /// <summary>The handshake alone: afterwards frames of websockets go both ways.</summary>
    /// <param name="link">The connection.</param>
    /// <param name="head">The request.</param>
    /// <param name="fields">Further header fields, each with its line end.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT202: the request asks for none that there is.</exception>
    public static async ValueTask SwitchAsync(HttpClientLink link, HttpRequestHead head, string fields, CancellationToken cancellation)
    {
        byte[] decoded = new byte[KeyBytes + 2];
        string key = head["Sec-WebSocket-Key"] ?? "";
        bool isKey = Convert.TryFromBase64String(key, decoded, out int bytes) && bytes == KeyBytes;
        if (head.Method != "GET" || !isKey || head["Sec-WebSocket-Version"] != "13" || link.HasMore)
        {
            throw ProxyError.Of(ProxyCodes.NotHttp, "request", "this is no handshake of a websocket of version 13");
        }

        await link.RawAsync(
            $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {Answer(key)}\r\n{fields}\r\n", cancellation);
    }

    internal static string Answer(string key)
    {
        Span<byte> hash = stackalloc byte[Sha1.HashBytes];
        Sha1.Hash(Encoding.ASCII.GetBytes(key + Suffix), hash);
        return Convert.ToBase64String(hash);
    }
}
