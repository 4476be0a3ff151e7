using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Telemetry.Exposition;

/// <summary>One scraper's connection: one head in, one reply out. A body is not read.</summary>
internal sealed class ScrapeLink(Stream stream)
{
    // A scraper's head has a few hundred bytes; ours.
    private const int LongestHead = 8 << 10;

    /// <summary>The head; null when the scraper has gone.</summary>
    /// <exception cref="DiagnosticException">RT202: no request, or too long.</exception>
    public async ValueTask<HttpRequestHead?> HeadAsync(CancellationToken cancellation)
    {
        byte[] taken = new byte[LongestHead];
        int count = 0;
        while (count < LongestHead)
        {
            int more = await stream.ReadAsync(taken.AsMemory(count), cancellation);
            count += more;
            int end = taken.AsSpan(0, count).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return HttpRequestHead.Parse(taken.AsSpan(0, end));
            }

            if (more == 0)
            {
                return null;
            }
        }

        throw HeaderFields.Refused("request", $"a head of more than {LongestHead} bytes");
    }

    /// <summary>Sends a whole reply in one piece, the last on this connection.</summary>
    public async ValueTask ReplyAsync(int status, string contentType, string body, string fields, CancellationToken cancellation)
    {
        byte[] text = Encoding.UTF8.GetBytes(body);
        string head = $"HTTP/1.1 {status} {Reason(status)}\r\nContent-Type: {contentType}\r\nContent-Length: {text.Length}\r\n"
            + $"Connection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n{fields}\r\n";
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. text], cancellation);
    }

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Error",
    };
}
