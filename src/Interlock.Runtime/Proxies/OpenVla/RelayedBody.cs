using System.Net;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>A client's body on its way to the server: pieces go on as they arrive, the last one only after the whole was understood.</summary>
internal sealed class RelayedBody(HttpClientLink link, int length, Action<byte[], int> understand, CancellationToken limit) : HttpContent
{
    private const int PieceBytes = 256 << 10;

    private byte[] _bytes = new byte[Math.Min(length, PieceBytes)];
    private int _count;
    private bool _isUnderstood;

    /// <summary>Why the client's body is none; null while it is good.</summary>
    public DiagnosticException? Fault { get; private set; }

    /// <summary>Reads what the server did not want any more.</summary>
    /// <exception cref="DiagnosticException">The body is no request.</exception>
    public async Task FinishAsync()
    {
        while (Fault is null && !_isUnderstood)
        {
            await MoreAsync();
        }

        if (Fault is not null)
        {
            throw Fault;
        }
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // A connection that was found closed is replaced, and the body written again from its beginning.
        int forwarded = 0;
        while (forwarded < length)
        {
            if (!_isUnderstood)
            {
                await MoreAsync();
            }

            if (Fault is not null)
            {
                throw Fault;
            }

            await stream.WriteAsync(_bytes.AsMemory(forwarded, _count - forwarded), limit);
            forwarded = _count;
        }
    }

    protected override bool TryComputeLength(out long bytes)
    {
        bytes = length;
        return true;
    }

    private async Task MoreAsync()
    {
        try
        {
            if (_count == _bytes.Length && _count < length)
            {
                Array.Resize(ref _bytes, (int)Math.Min(length, 2L * _bytes.Length));
            }

            int count = await link.ReadAsync(_bytes.AsMemory(_count, Math.Min(length, _bytes.Length) - _count), limit);
            _count += count > 0 || length == 0 ? count : throw ProxyError.Of(ProxyCodes.Cut, "request", "the client went within the body of a request");
            if (_count == length)
            {
                understand(_bytes, length);
                _isUnderstood = true;
            }
        }
        catch (DiagnosticException failure)
        {
            Fault = failure;
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or ObjectDisposedException)
        {
            Fault = ProxyError.Of(ProxyCodes.Cut, "request", "the client did not send the whole body of a request in time");
        }
    }
}
