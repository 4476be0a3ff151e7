using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Runtime.Proxies.Connections;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>Makes a websocket of a connection. No extensions, so no compression. Source: RFC 6455, sections 4.1 and 4.2.2.</summary>
internal static class WebSocketUpgrade
{
    private const string Suffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private const int KeyBytes = 16;
    private const int Switching = 101;

    /// <summary>Answers a client.</summary>
    /// <exception cref="DiagnosticException">RT202: the request asks for none that there is.</exception>
    public static void Accept(HttpLink link, HttpRequestHead head) => link.Raw(Agreement(head, link.Ahead.IsEmpty, ""));

    /// <summary>The answer to a handshake: behind it, frames of websockets go both ways.</summary>
    /// <param name="head">The request.</param>
    /// <param name="isAll">False when bytes follow its head already.</param>
    /// <param name="fields">Further header fields, each with its line end.</param>
    /// <exception cref="DiagnosticException">RT202: the request asks for none that there is.</exception>
    public static string Agreement(HttpRequestHead head, bool isAll, string fields)
    {
        byte[] decoded = new byte[KeyBytes + 2];
        string key = head["Sec-WebSocket-Key"] ?? "";
        bool isKey = Convert.TryFromBase64String(key, decoded, out int bytes) && bytes == KeyBytes;
        return head.Method == "GET" && isKey && head["Sec-WebSocket-Version"] == "13" && !head.Body.IsAny && isAll
            ? $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {Answer(key)}\r\n{fields}\r\n"
            : throw ProxyError.Of(ProxyCodes.NotHttp, "request", "this is no handshake of a websocket of version 13");
    }

    /// <summary>Asks a server; what it sent behind its answer is in <see cref="HttpLink.Ahead"/>.</summary>
    /// <param name="link">The connection to it.</param>
    /// <param name="address">Where.</param>
    /// <param name="authorization">Header of the client to show; null for none.</param>
    /// <param name="random">For the key, which protects nothing.</param>
    /// <param name="limit">Longest time.</param>
    /// <exception cref="DiagnosticException">RT208: it is no websocket server, or refuses; RT202, RT210, RT213.</exception>
    /// <exception cref="TimeoutException">The deadline passed.</exception>
    public static void Ask(HttpLink link, Uri address, string? authorization, SeededRandom random, Deadline limit)
    {
        byte[] bytes = new byte[KeyBytes];
        BitConverter.TryWriteBytes(bytes, random.NextBits());
        BitConverter.TryWriteBytes(bytes.AsSpan(KeyBytes / 2), random.NextBits());
        string key = Convert.ToBase64String(bytes);
        string shown = authorization is null ? "" : $"Authorization: {authorization}\r\n";
        link.Raw(
            $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + $"Sec-WebSocket-Key: {key}\r\n{shown}\r\n");
        ReadOnlySpan<byte> bytesOfHead = link.Head(limit);
        HttpReplyHead head = bytesOfHead.IsEmpty
            ? throw ProxyError.Of(ProxyCodes.Unreachable, "upstream", $"{address} closed the connection")
            : HttpReplyHead.Parse(bytesOfHead);
        bool isGood = head.Status == Switching && head["Sec-WebSocket-Accept"] == Answer(key) && head["Sec-WebSocket-Extensions"] is null
            && head.Fields.Says("Upgrade", "websocket") && head.Fields.Says("Connection", "upgrade");
        if (!isGood)
        {
            throw ProxyError.Of(
                ProxyCodes.Unreachable, "upstream", $"not connected to {address}: it answered HTTP {head.Status} to the handshake of a websocket", "is the policy server an openpi one, and does it want another token?");
        }
    }

    internal static string Answer(string key)
    {
        Span<byte> hash = stackalloc byte[Sha1.HashBytes];
        Sha1.Hash(Encoding.ASCII.GetBytes(key + Suffix), hash);
        return Convert.ToBase64String(hash);
    }
}
