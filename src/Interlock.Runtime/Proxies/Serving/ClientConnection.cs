using System.Net.Sockets;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>One client's connection, whatever it asks for.</summary>
internal sealed class ClientConnection(ProxyContext context, IProtocolServer protocol, Socket socket, string client)
{
    public async Task ServeAsync(CancellationToken end)
    {
        using NetworkStream stream = new(socket, ownsSocket: true);
        HttpClientLink link = new(stream);
        try
        {
            while (await HeadAsync(link, end) is { } head && await ServeAsync(link, head, end))
            {
            }
        }
        catch (DiagnosticException failure)
        {
            context.Tell(client, failure.Diagnostics[0]);
            await RefuseAsync(link, failure, end);
        }
    }

    private async ValueTask<HttpRequestHead?> HeadAsync(HttpClientLink link, CancellationToken end)
    {
        using TimeLimit limit = new(context.Options.ClientTimeout, context.Time, end);
        try
        {
            return await link.HeadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            return null;
        }
    }

    // False when the connection is at its end.
    private async ValueTask<bool> ServeAsync(HttpClientLink link, HttpRequestHead head, CancellationToken end)
    {
        if (head.Path == "/healthz" && head.Method == "GET" && head.BodyBytes is null or 0)
        {
            await link.TextAsync(200, "OK\n", head.KeepsAlive, end);
            return head.KeepsAlive;
        }

        if (!context.Token.Admits(head))
        {
            throw ProxyError.Of(ProxyCodes.NotAllowed, "request", "the client did not show the token of this proxy", "send `Authorization: Api-Key …`");
        }

        return await protocol.ServeAsync(link, head, client, end);
    }

    private async ValueTask RefuseAsync(HttpClientLink link, DiagnosticException failure, CancellationToken end)
    {
        int status = failure.Diagnostics[0].Code switch
        {
            ProxyCodes.NotAllowed => 401,
            ProxyCodes.TooLong => 413,
            ProxyCodes.Unreachable or ProxyCodes.Cut or ProxyCodes.OtherPolicy => 502,
            ProxyCodes.Silent => 504,
            _ => 400,
        };
        if (status < 500)
        {
            context.Tally.ClientErred();
        }

        await link.TextAsync(status, $"{ProxyError.Line(failure)}\n", keepsAlive: false, end);
    }
}
