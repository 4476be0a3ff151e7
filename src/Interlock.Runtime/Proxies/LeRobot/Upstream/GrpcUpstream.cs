using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Proxies.Tls;

namespace Interlock.Runtime.Proxies.LeRobot.Upstream;

/// <summary>Calls of one client to the policy server, over a connection of its own. A call that is given up ends with its stream, so that a late reply reaches nobody.</summary>
internal sealed class GrpcUpstream : IDisposable
{
    private const string Service = "/transport.AsyncInference/";
    private const int FirstReadBytes = 16 << 10;

    private readonly ProxyContext _context;
    private readonly string? _authorization;
    private readonly Func<bool> _mayConnect;
    private readonly Uri _address;
    private readonly HttpMessageInvoker _http;

    /// <param name="context">Of the proxy.</param>
    /// <param name="authorization">What the client showed, to be shown on; null for nothing.</param>
    /// <param name="mayConnect">False while a new connection would reach a server that knows nothing of the client.</param>
    public GrpcUpstream(ProxyContext context, string? authorization, Func<bool> mayConnect)
    {
        (_context, _authorization, _mayConnect) = (context, authorization, mayConnect);
        _address = new Uri(context.Options.Upstream);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = context.Options.ConnectTimeout,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            InitialHttp2StreamWindowSize = 1 << 20,
            ActivityHeadersPropagator = null,
            SslOptions = TlsAuthorities.Client(context.Options.UpstreamAuthorities, _address.IdnHost),
            ConnectCallback = ConnectAsync,
        });
    }

    /// <summary>Calls a method.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="body">Messages in their frames; unchanged until the answer, and after a failure.</param>
    /// <param name="room">For what comes back.</param>
    /// <param name="limit">Ends the call.</param>
    /// <param name="end">Of the client or the proxy.</param>
    /// <exception cref="DiagnosticException">RT205, RT208, RT209, RT210, RT213, RT239.</exception>
    /// <exception cref="LostConnectionException">A new connection would be needed and may not be made.</exception>
    public async Task<UpstreamAnswer> CallAsync(string method, ReadOnlyMemory<byte> body, WireBuffer room, ReplyLimit limit, CancellationToken end)
    {
        room.Clear();
        using HttpRequestMessage request = Request(method, body);
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, limit.Token);
            await ReadAsync(response, room, limit.Token);
            return Outcome(response, room);
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            throw limit.Silent($"did not answer {method}");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException && !end.IsCancellationRequested)
        {
            throw failure.GetBaseException() is LostConnectionException lost ? lost
                : failure.InnerException is TimeoutException ? ProxyError.Silent(_context.Options.ConnectTimeout, "did not let the proxy connect")
                : Refusal(failure);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(string method, ReadOnlyMemory<byte> body)
    {
        HttpRequestMessage request = new(HttpMethod.Post, new Uri(_address, Service + method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ReadOnlyMemoryContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (_authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("authorization", _authorization);
        }

        return request;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        if (!_mayConnect())
        {
            throw new LostConnectionException();
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task ReadAsync(HttpResponseMessage response, WireBuffer room, CancellationToken cancellation)
    {
        using Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
        while (await stream.ReadAsync(room.GetMemory(FirstReadBytes), cancellation) is var read and > 0)
        {
            room.Advance(read);
            if (room.Length > _context.Options.LongestReplyBytes)
            {
                throw ProxyError.Of(ProxyCodes.TooLong, "upstream", $"a reply of more than {_context.Options.LongestReplyBytes} bytes, which is the most taken");
            }
        }
    }

    private static UpstreamAnswer Outcome(HttpResponseMessage response, WireBuffer room)
    {
        bool isGrpc = response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType?.StartsWith("application/grpc", StringComparison.Ordinal) == true;
        return isGrpc && int.TryParse(Find(response, "grpc-status"), out int status)
            ? new UpstreamAnswer(status, Uri.UnescapeDataString(Find(response, "grpc-message") ?? ""), room.Written)
            : throw ProxyError.Of(
                ProxyCodes.WrongMessage, "upstream", $"the policy server replied with HTTP {(int)response.StatusCode} and no gRPC status", "is this LeRobot's asynchronous inference server?");
    }

    private static string? Find(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out IEnumerable<string>? values) || response.Headers.TryGetValues(name, out values) ? values.First() : null;

    private DiagnosticException Refusal(Exception failure) => (failure as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.ConnectionError =>
            ProxyError.Of(ProxyCodes.Unreachable, "upstream", $"not connected to {_context.Options.Upstream}: {failure.GetBaseException().Message}", "is the policy server running?"),
        HttpRequestError.SecureConnectionError when failure.GetBaseException() is AuthenticationException distrust => ProxyError.Of(
            ProxyCodes.Untrusted, "upstream", $"TLS with the policy server failed: {distrust.Message}", "does --upstream-ca have the authority of its certificate, and is it addressed by the name in it?"),
        HttpRequestError.SecureConnectionError =>
            ProxyError.Of(ProxyCodes.Unreachable, "upstream", $"no TLS with {_context.Options.Upstream}: {failure.GetBaseException().Message}", "does the policy server speak TLS there?"),
        _ => ProxyError.Of(ProxyCodes.Cut, "upstream", $"the policy server broke off: {failure.GetBaseException().Message}"),
    };
}
