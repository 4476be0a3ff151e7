using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>A client's body on its way to the server: what has arrived may go on, its end only after the whole was understood.</summary>
/// <param name="link">The client.</param>
/// <param name="length">What its head says.</param>
/// <param name="longestBytes">Longest body.</param>
/// <param name="understand">Takes in the whole.</param>
/// <param name="limit">Longest time for the client to send it.</param>
internal sealed class ClientBody(HttpLink link, BodyLength length, int longestBytes, Action<byte[], int> understand, Deadline limit)
{
    private const int PieceBytes = 256 << 10;
    private const int FirstBytes = 16 << 10;

    private readonly BodyReader _reader = new(link, length, longestBytes);
    private byte[] _bytes = new byte[Math.Clamp(length.Bytes ?? FirstBytes, 1, PieceBytes)];
    private int _count;
    private bool _isUnderstood;

    /// <summary>Why the body is none; null while it is good.</summary>
    public DiagnosticException? Fault { get; private set; }

    /// <summary>Its length, when it is known before its end.</summary>
    public long? Length => length.Bytes;

    /// <summary>Reads on and gives what has arrived; all of it only when it was understood.</summary>
    /// <param name="isWhole">True when there is no more.</param>
    /// <exception cref="DiagnosticException">The body is no request.</exception>
    public ReadOnlySpan<byte> More(out bool isWhole)
    {
        if (!_isUnderstood && Fault is null)
        {
            try
            {
                Receive();
            }
            catch (DiagnosticException failure)
            {
                Fault = failure;
            }
            catch (Exception failure) when (failure is IOException or TimeoutException)
            {
                Fault = ProxyError.Of(ProxyCodes.Cut, "request", "the client did not send the whole body of a request in time");
            }
        }

        isWhole = _isUnderstood;
        return Fault is null ? _bytes.AsSpan(0, _count) : throw Fault;
    }

    /// <summary>Reads what the server did not want any more.</summary>
    /// <exception cref="DiagnosticException">The body is no request.</exception>
    public ReadOnlySpan<byte> Finish()
    {
        ReadOnlySpan<byte> bytes = More(out bool isWhole);
        while (!isWhole)
        {
            bytes = More(out isWhole);
        }

        return bytes;
    }

    private void Receive()
    {
        if (!_reader.IsComplete)
        {
            if (_count == _bytes.Length)
            {
                Array.Resize(ref _bytes, (int)Math.Min(Math.Min(length.Bytes ?? longestBytes + 1L, longestBytes + 1L), 2L * _bytes.Length));
            }

            _count += _reader.Read(_bytes.AsSpan(_count), limit);
        }

        if (_reader.IsComplete)
        {
            understand(_bytes, _count);
            _isUnderstood = true;
        }
    }
}
