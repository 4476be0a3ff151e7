using System.Buffers.Text;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Connections;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>
/// Reads one body to its end and not a byte further: of a length that was said, in pieces, or until the connection ends. Source: RFC 9112, sections 6 and 7.
/// </summary>
/// <param name="link">The connection, behind the head.</param>
/// <param name="body">What the head says.</param>
/// <param name="longestBytes">Longest body.</param>
internal sealed class BodyReader(HttpLink link, BodyLength body, int longestBytes)
{
    private const int LongestSizeLine = 256;
    private const int LongestTrailerBytes = 4 << 10;
    private const int MostTrailers = 64;

    // Enough for any length that is taken.
    private const int MostDigits = 8;

    private long _left = body.IsInPieces ? 0 : body.Bytes ?? long.MaxValue;
    private long _total;
    private bool _hadPiece;

    /// <summary>True when all of it was read.</summary>
    public bool IsComplete { get; private set; } = body is { IsInPieces: false, Bytes: 0 };

    /// <summary>Reads a part; 0 only at the end.</summary>
    /// <exception cref="DiagnosticException">RT202, RT210, RT213.</exception>
    /// <exception cref="TimeoutException">The deadline passed.</exception>
    /// <exception cref="IOException">The connection is broken.</exception>
    public int Read(Span<byte> room, Deadline limit)
    {
        if (body.IsInPieces && _left == 0 && !IsComplete)
        {
            BeginPiece(limit);
        }

        if (IsComplete)
        {
            return 0;
        }

        int count = link.Read(room[..(int)Math.Min(room.Length, _left)], limit);
        if (count == 0)
        {
            bool isEndOfAll = body is { IsInPieces: false, Bytes: null };
            IsComplete = isEndOfAll ? true : throw ProxyError.Of(ProxyCodes.Cut, link.Peer, "went within the body of a message");
            return 0;
        }

        _left -= count;
        Count(count);
        IsComplete = !body.IsInPieces && _left == 0;
        return count;
    }

    private void BeginPiece(Deadline limit)
    {
        if (_hadPiece && !link.Line(LongestSizeLine, limit).IsEmpty)
        {
            throw HeaderFields.Refused(link.Peer, "a piece of a body is longer than it says");
        }

        _hadPiece = true;
        _left = Size(link.Line(LongestSizeLine, limit));
        if (_left == 0)
        {
            SkipTrailers(limit);
            IsComplete = true;
        }
    }

    private long Size(ReadOnlySpan<byte> line)
    {
        int end = line.IndexOf((byte)';');
        ReadOnlySpan<byte> digits = end < 0 ? line : line[..end];
        bool isText = !line.ContainsAnyExceptInRange((byte)0x20, (byte)0x7e);
        return isText && digits.Length is > 0 and <= MostDigits && Utf8Parser.TryParse(digits, out uint size, out int used, 'x') && used == digits.Length
            ? size
            : throw HeaderFields.Refused(link.Peer, "a piece of a body does not say its length");
    }

    // They are read, found to be fields, and go nowhere.
    private void SkipTrailers(Deadline limit)
    {
        int total = 0;
        for (int i = 0; ; i++)
        {
            ReadOnlySpan<byte> line = link.Line(LongestTrailerBytes, limit);
            if (line.IsEmpty)
            {
                return;
            }

            total += line.Length;
            if (total > LongestTrailerBytes || i >= MostTrailers)
            {
                throw ProxyError.Of(ProxyCodes.TooLong, link.Peer, $"more than {LongestTrailerBytes} bytes behind the pieces of a body");
            }

            HeaderFields.Parse([.. "\r\n"u8, .. line], link.Peer, out _);
        }
    }

    private void Count(int count)
    {
        _total += count;
        if (_total > longestBytes)
        {
            throw ProxyError.Of(ProxyCodes.TooLong, link.Peer, $"a body of more than {longestBytes} bytes, which is the most taken");
        }
    }
}
