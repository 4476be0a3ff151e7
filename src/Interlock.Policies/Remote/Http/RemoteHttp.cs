using System.Net.Sockets;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;

namespace Interlock.Policies.Remote.Http;

/// <summary>HTTP without anything that a policy server has no use for: no proxy, redirect, cookie, compression or clock of its own.</summary>
internal sealed class RemoteHttp : IDisposable
{
    private const int PieceBytes = 16 << 10;

    // Error codes with which a sound HTTP/2 server takes its leave. Source: RFC 9113, section 7.
    private const long NoError = 0;
    private const long RefusedStream = 7;
    private const long Cancel = 8;

    private readonly SocketsHttpHandler _handler = new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
    };

    private readonly HttpClient _client;
    private readonly string _address;

    public RemoteHttp(string address)
    {
        _address = address;
        _client = new HttpClient(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Connects and hangs up.</summary>
    public static async Task<bool> ProbeAsync(Uri address, string shown, CancellationToken cancellation)
    {
        try
        {
            using TcpClient probe = new();
            await probe.ConnectAsync(address.IdnHost, address.Port, cancellation);
            return true;
        }
        catch (SocketException failure)
        {
            throw Unreachable(failure, shown);
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    /// <summary>Sends, and returns when the headers of the reply are here.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException failure)
        {
            throw Failure(failure.HttpRequestError, failure, "request");
        }
    }

    /// <summary>Reads a body up to a longest.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, int longestBytes, CancellationToken cancellation)
    {
        try
        {
            await using Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
            WireBuffer buffer = new();
            while (await stream.ReadAsync(buffer.GetMemory(PieceBytes), cancellation) is var count and > 0)
            {
                buffer.Advance(count);
                RequireShort(buffer.Length, longestBytes);
            }

            return buffer.Written;
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException)
        {
            throw Failure((failure as HttpIOException)?.HttpRequestError ?? HttpRequestError.ResponseEnded, failure, "reply");
        }
    }

    private void RequireShort(int bytes, int longestBytes)
    {
        if (bytes > longestBytes)
        {
            throw RemoteError.Of(RemoteCodes.ReplyTooLong, _address, "reply", $"a reply of more than {longestBytes} bytes, which is the most taken");
        }
    }

    private DiagnosticException Failure(HttpRequestError error, Exception failure, string step)
    {
        string why = failure.GetBaseException().Message;
        bool isFarewell = failure.GetBaseException() is HttpProtocolException { ErrorCode: NoError or RefusedStream or Cancel };
        return isFarewell ? RemoteError.Of(RemoteCodes.Cut, _address, step, $"the server ended the connection: {why}") : error switch
        {
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError => Unreachable(failure, _address),
            HttpRequestError.ResponseEnded or HttpRequestError.Unknown => RemoteError.Of(
                RemoteCodes.Cut, _address, step, $"the server cut the connection: {why}"),
            _ => RemoteError.Of(RemoteCodes.WrongFrame, _address, step, $"what the server sent is not HTTP: {why}", "is this the right port?"),
        };
    }

    private static DiagnosticException Unreachable(Exception failure, string address) => RemoteError.Of(
        RemoteCodes.Unreachable, address, "connect", $"not connected: {failure.GetBaseException().Message}", "is the server running, and the port open?");
}
