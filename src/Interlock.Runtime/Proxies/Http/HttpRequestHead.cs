using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>Request line and header fields of an HTTP/1.1 request; stricter than the standard where leniency has been used to smuggle.</summary>
internal sealed record HttpRequestHead(string Method, string Path, bool IsHttp10, IReadOnlyDictionary<string, string> Fields)
{
    public const int LongestBytes = 16 << 10;

    private const int MostFields = 100;

    // Of which a request has one; of the others the last counts.
    private static readonly string[] Single = ["Content-Length", "Transfer-Encoding", "Authorization", "Host", "Sec-WebSocket-Key"];

    /// <summary>What follows the first question mark of the target; empty without one.</summary>
    public string Query { get; private init; } = "";

    public string? this[string field] => Fields.GetValueOrDefault(field);

    /// <summary>Length of the body; null when there is none.</summary>
    /// <exception cref="DiagnosticException">RT202.</exception>
    public long? BodyBytes => this["Transfer-Encoding"] is not null
        ? throw Refused("bodies come with Content-Length here, not in pieces")
        : this["Content-Length"] is not { } text ? null
        : text.All(char.IsAsciiDigit) && long.TryParse(text, out long length) ? length
        : throw Refused($"Content-Length is {Quoted.Of(text)}");

    public bool KeepsAlive => !IsHttp10 && !Says("Connection", "close");

    public bool IsUpgrade => Says("Upgrade", "websocket") && Says("Connection", "upgrade");

    /// <summary>Reads a head without its last, empty line.</summary>
    /// <exception cref="DiagnosticException">RT202: no request.</exception>
    public static HttpRequestHead Parse(ReadOnlySpan<byte> head)
    {
        if (head.ContainsAnyExceptInRange((byte)0x20, (byte)0x7e) && head.IndexOfAnyExcept(Allowed) >= 0)
        {
            throw Refused("the head has bytes that are no text");
        }

        string[] lines = Encoding.Latin1.GetString(head).Split("\r\n");
        string[] words = lines[0].Split(' ');
        if (words.Length != 3 || words[2] is not ("HTTP/1.1" or "HTTP/1.0") || !words[1].StartsWith('/') || words[0].Length is 0 or > 16)
        {
            throw Refused($"{Quoted.Of(lines[0])} is no request line");
        }

        return lines.Length <= MostFields + 1
            ? new HttpRequestHead(words[0], words[1].Split('?')[0], words[2] == "HTTP/1.0", FieldsOf(lines.AsSpan(1))) { Query = words[1].IndexOf('?') is >= 0 and int mark ? words[1][(mark + 1)..] : "" }
            : throw Refused($"more than {MostFields} header fields");
    }

    private static System.Buffers.SearchValues<byte> Allowed { get; } = System.Buffers.SearchValues.Create(
        [(byte)'\r', (byte)'\n', (byte)'\t', .. Enumerable.Range(0x20, 0xe0).Where(value => value != 0x7f).Select(value => (byte)value)]);

    private static Dictionary<string, string> FieldsOf(ReadOnlySpan<string> lines)
    {
        Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines)
        {
            int colon = line.IndexOf(':');
            bool isField = colon > 0 && !line.AsSpan(0, colon).ContainsAny(" \t\r\n") && !line.AsSpan(colon).ContainsAny("\r\n");
            string name = isField ? line[..colon] : throw Refused($"{Quoted.Of(line)} is no header field");
            string value = line[(colon + 1)..].Trim(' ', '\t');
            if (!fields.TryAdd(name, value) && Array.Exists(Single, one => one.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                throw Refused($"{name} comes twice");
            }
        }

        return fields;
    }

    private bool Says(string field, string word) =>
        this[field]?.Split(',', StringSplitOptions.TrimEntries).Contains(word, StringComparer.OrdinalIgnoreCase) == true;

    private static DiagnosticException Refused(string message) => ProxyError.Of(ProxyCodes.NotHttp, "request", message);
}
