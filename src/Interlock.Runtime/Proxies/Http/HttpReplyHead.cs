using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>Status and header fields of a server's reply.</summary>
internal sealed record HttpReplyHead(int Status, bool IsHttp10, HeaderFields Fields, BodyLength Body)
{
    private const string Peer = "upstream";
    private const int VersionLetters = 8;
    private const int StatusLetters = 3;

    public string? this[string field] => Fields[field];

    /// <summary>True for a word in between, after which the reply is still to come.</summary>
    public bool IsInterim => Status is >= 100 and < 200 && Status != 101;

    /// <summary>True when another request may follow on the connection.</summary>
    public bool KeepsAlive => (IsHttp10 ? Fields.Says("Connection", "keep-alive") : !Fields.Says("Connection", "close")) && (Body.IsInPieces || Body.Bytes is not null);

    /// <summary>Reads a head without its last, empty line.</summary>
    /// <exception cref="DiagnosticException">RT202: no reply.</exception>
    public static HttpReplyHead Parse(ReadOnlySpan<byte> head)
    {
        HeaderFields fields = HeaderFields.Parse(head, Peer, out string line);
        bool isReply = line.Length >= VersionLetters + 1 + StatusLetters
            && line.AsSpan(0, VersionLetters) is "HTTP/1.1" or "HTTP/1.0"
            && line[VersionLetters] == ' '
            && (line.Length == VersionLetters + 1 + StatusLetters || line[VersionLetters + 1 + StatusLetters] == ' ')
            && line.AsSpan(VersionLetters + 1, StatusLetters).ContainsAnyExceptInRange('0', '9') == false;
        if (!isReply)
        {
            throw HeaderFields.Refused(Peer, $"{Quoted.Of(line)} is no reply of HTTP");
        }

        int status = int.Parse(line.AsSpan(VersionLetters + 1, StatusLetters), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        return status is >= 100 and < 600
            ? new HttpReplyHead(status, line[VersionLetters - 1] == '0', fields, fields.BodyLength())
            : throw HeaderFields.Refused(Peer, $"the status {status} is none");
    }
}
