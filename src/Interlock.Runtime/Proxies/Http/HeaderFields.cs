using System.Buffers;
using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>Header fields of a message; stricter than the standard where leniency has been used to smuggle. Source: RFC 9112, sections 5 and 6.</summary>
internal sealed class HeaderFields
{
    private const int MostFields = 100;

    // Of which a message has one; of the others the first counts.
    private static readonly string[] Single = ["Content-Length", "Transfer-Encoding", "Authorization", "Host", "Origin", "Sec-WebSocket-Key", "Sec-WebSocket-Accept"];

    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _peer;

    private HeaderFields(string peer) => _peer = peer;

    public string? this[string field] => _fields.GetValueOrDefault(field);

    /// <summary>Splits a head into its first line and its fields.</summary>
    /// <exception cref="DiagnosticException">RT202.</exception>
    public static HeaderFields Parse(ReadOnlySpan<byte> head, string peer, out string firstLine)
    {
        if (head.IndexOfAnyExcept(Allowed) >= 0)
        {
            throw Refused(peer, "the head has bytes that are no text");
        }

        string[] lines = Encoding.Latin1.GetString(head).Split("\r\n");
        if (lines.Length > MostFields + 1)
        {
            throw Refused(peer, $"more than {MostFields} header fields");
        }

        firstLine = lines[0];
        HeaderFields fields = new(peer);
        foreach (string line in lines.AsSpan(1))
        {
            fields.Add(line);
        }

        return fields;
    }

    /// <summary>True when a list of words has the word.</summary>
    public bool Says(string field, string word) =>
        this[field]?.Split(',', StringSplitOptions.TrimEntries).Contains(word, StringComparer.OrdinalIgnoreCase) == true;

    /// <summary>How long the body is.</summary>
    /// <exception cref="DiagnosticException">RT202: it says so in two ways, or in none that is known.</exception>
    public BodyLength BodyLength()
    {
        string? coding = this["Transfer-Encoding"];
        string? length = this["Content-Length"];
        if (coding is not null)
        {
            return length is null && coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)
                ? new BodyLength(null, IsInPieces: true)
                : throw Refused(_peer, length is null ? $"Transfer-Encoding is {Quoted.Of(coding)}; pieces (chunked) alone are taken" : "Content-Length and Transfer-Encoding together");
        }

        return length is null ? default
            : length.All(char.IsAsciiDigit) && long.TryParse(length, out long bytes) ? new BodyLength(bytes, IsInPieces: false)
            : throw Refused(_peer, $"Content-Length is {Quoted.Of(length)}");
    }

    public static DiagnosticException Refused(string peer, string message) => ProxyError.Of(ProxyCodes.NotHttp, peer, message);

    private static SearchValues<byte> Allowed { get; } = SearchValues.Create(
        [(byte)'\r', (byte)'\n', (byte)'\t', .. Enumerable.Range(0x20, 0xe0).Where(value => value != 0x7f).Select(value => (byte)value)]);

    private void Add(string line)
    {
        int colon = line.IndexOf(':');
        bool isField = colon > 0 && !line.AsSpan(0, colon).ContainsAnyExcept(NameLetters) && !line.AsSpan(colon).ContainsAny("\r\n");
        string name = isField ? line[..colon] : throw Refused(_peer, $"{Quoted.Of(line)} is no header field");
        if (!_fields.TryAdd(name, line[(colon + 1)..].Trim(' ', '\t')) && Array.Exists(Single, one => one.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw Refused(_peer, $"{name} comes twice");
        }
    }
}
