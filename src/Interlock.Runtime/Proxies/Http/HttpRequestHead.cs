using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>Request line and header fields of an HTTP/1.1 request.</summary>
internal sealed record HttpRequestHead(string Method, string Path, bool IsHttp10, HeaderFields Fields, BodyLength Body)
{
    private const string Peer = "request";
    private const int LongestMethod = 16;

    public string? this[string field] => Fields[field];

    public bool KeepsAlive => !IsHttp10 && !Fields.Says("Connection", "close");

    public bool IsUpgrade => Fields.Says("Upgrade", "websocket") && Fields.Says("Connection", "upgrade");

    /// <summary>What follows the first question mark of the target; empty without one.</summary>
    public string Query { get; private init; } = "";

    /// <summary>True when the client waits before it sends the body.</summary>
    /// <exception cref="DiagnosticException">RT202: it expects something else.</exception>
    public bool ExpectsContinue => !IsHttp10 && this["Expect"] is { } expected
        && (expected.Equals("100-continue", StringComparison.OrdinalIgnoreCase) ? true : throw HeaderFields.Refused(Peer, $"Expect is {Quoted.Of(expected)}"));

    /// <summary>Reads a head without its last, empty line.</summary>
    /// <exception cref="DiagnosticException">RT202: no request.</exception>
    public static HttpRequestHead Parse(ReadOnlySpan<byte> head)
    {
        HeaderFields fields = HeaderFields.Parse(head, Peer, out string line);
        string[] words = line.Split(' ');
        if (words.Length != 3 || words[2] is not ("HTTP/1.1" or "HTTP/1.0") || !words[1].StartsWith('/') || words[0].Length is 0 or > LongestMethod)
        {
            throw HeaderFields.Refused(Peer, $"{Quoted.Of(line)} is no request line");
        }

        BodyLength body = fields.BodyLength();
        if (words[2] == "HTTP/1.0" && body.IsInPieces)
        {
            throw HeaderFields.Refused(Peer, "HTTP/1.0 knows no bodies in pieces");
        }

        string[] target = words[1].Split('?', 2);
        return new HttpRequestHead(words[0], target[0], words[2] == "HTTP/1.0", fields, body) { Query = target.Length > 1 ? target[1] : "" };
    }
}
