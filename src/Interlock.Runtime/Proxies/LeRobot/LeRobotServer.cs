using System.Net.Security;
using System.Net.Sockets;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.LeRobot.Grpc;
using Interlock.Runtime.Proxies.LeRobot.Upstream;
using Interlock.Runtime.Proxies.Serving;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Interlock.Runtime.Proxies.LeRobot;

/// <summary>LeRobot's asynchronous inference on both sides: gRPC over HTTP/2. A connection is a session.</summary>
internal sealed class LeRobotServer : IConnectionServer
{
    private const string Service = "/transport.AsyncInference/";

    private readonly ProxyContext _context;
    private readonly UpstreamClaim _claim = new();
    private readonly GrpcHost _host;

    public LeRobotServer(ProxyContext context)
    {
        _context = context;
        _host = new GrpcHost(context.Options, AnswerAsync);
    }

    // Kestrel has threads of its own; this one waits.
    public void Serve(Socket socket, string client, SslServerAuthenticationOptions? tls, CancellationToken end) => ServeAsync(socket, client, end).GetAwaiter().GetResult();

    public void Dispose() => _host.Dispose();

    private async Task ServeAsync(Socket socket, string client, CancellationToken end)
    {
        socket.NoDelay = true;
        using NetworkStream stream = new(socket, ownsSocket: true);
        SessionSlot slot = new(authorization => new LeRobotSession(_context, _claim, client, authorization), client);
        await using StreamConnection connection = new(stream, client, slot);
        try
        {
            await _host.ServeAsync(connection, end);
        }
        finally
        {
            slot.Dispose();
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path == "/healthz" && http.Request.Method == "GET")
        {
            await http.Response.WriteAsync("OK\n");
            return;
        }

        GrpcCall call = new(http);
        SessionSlot slot = (SessionSlot)http.Features.Get<IConnectionItemsFeature>()!.Items[typeof(SessionSlot)]!;
        try
        {
            string? authorization = http.Request.Headers.Authorization;
            Require(call, http.Request.Path, authorization);
            await slot.Session(_context.Token.IsAsked ? null : authorization).AnswerAsync(call, http.Request.Path.Value![Service.Length..], call.Gone);
        }
        catch (DiagnosticException failure)
        {
            _context.Tally.ClientErred();
            _context.Tell(slot.Client, failure.Diagnostics[0]);
            call.Fail(GrpcStatus.OfRequest(failure), ProxyError.Line(failure));
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or ObjectDisposedException or BadHttpRequestException)
        {
            http.Abort();
        }
    }

    private void Require(GrpcCall call, PathString path, string? authorization)
    {
        if (!_context.Token.Admits(authorization))
        {
            throw ProxyError.Of(ProxyCodes.NotAllowed, "request", "the client did not show the token of this proxy", "send the metadata `authorization: Bearer …`");
        }

        if (!call.IsGrpc || path.Value?.StartsWith(Service, StringComparison.Ordinal) != true)
        {
            throw ProxyError.Of(ProxyCodes.NotHttp, "request", $"{Core.Text.Quoted.Of(path.Value ?? "")} is no call of {Service.Trim('/')}");
        }
    }
}
