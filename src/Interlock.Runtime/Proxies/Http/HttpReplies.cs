using System.Text;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>What is sent to clients.</summary>
internal static class HttpReplies
{
    /// <summary>Sends a whole reply in one piece.</summary>
    public static void Reply(this HttpLink link, int status, string contentType, ReadOnlySpan<byte> body, bool keepsAlive, string fields = "")
    {
        string head = $"HTTP/1.1 {status} {Reason(status)}\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\n"
            + $"Connection: {(keepsAlive ? "keep-alive" : "close")}\r\n{fields}\r\n";
        byte[] whole = new byte[head.Length + body.Length];
        int length = Encoding.Latin1.GetBytes(head, whole);
        body.CopyTo(whole.AsSpan(length));
        link.Channel.Send(whole);
    }

    /// <summary>Sends text.</summary>
    public static void Text(this HttpLink link, int status, string text, bool keepsAlive) =>
        link.Reply(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text), keepsAlive);

    /// <summary>Sends a head alone.</summary>
    public static void Raw(this HttpLink link, string head) => link.Channel.Send(Encoding.Latin1.GetBytes(head));

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
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
