using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>One client's connection, whatever it asks for, on one thread.</summary>
internal sealed class ClientConnection(ProxyContext context, IProtocolServer protocol, Socket socket, string client, CancellationToken end)
{
    private readonly Watch _watch = new(end);

    public void Serve(SslServerAuthenticationOptions? tls)
    {
        socket.NoDelay = true;
        socket.SendTimeout = (int)context.Options.ClientTimeout.TotalMilliseconds;
        using Channel channel = tls is null ? new PlainChannel(socket) : Agreed(tls);
        HttpLink link = new(channel, _watch, "request");
        try
        {
            while (Head(link) is { } head && Serve(link, head))
            {
            }
        }
        catch (DiagnosticException failure)
        {
            context.Tell(client, failure.Diagnostics[0]);
            Refuse(link, failure);
        }
    }

    private TlsChannel Agreed(SslServerAuthenticationOptions tls)
    {
        TlsChannel channel = new(socket);
        try
        {
            channel.Serve(tls, _watch, Limit);
            return channel;
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException)
        {
            channel.Dispose();
            context.Tally.ClientErred();
            throw ProxyError.Of(ProxyCodes.Handshake, "client", $"no TLS could be agreed on: {failure.GetBaseException().Message}");
        }
        catch
        {
            channel.Dispose();
            throw;
        }
    }

    private Deadline Limit => new(context.Time, context.Options.ClientTimeout);

    private HttpRequestHead? Head(HttpLink link)
    {
        try
        {
            ReadOnlySpan<byte> head = link.Head(Limit);
            return head.IsEmpty ? null : HttpRequestHead.Parse(head);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    // False when the connection is at its end.
    private bool Serve(HttpLink link, HttpRequestHead head)
    {
        if (head.Path == "/healthz" && head.Method == "GET" && !head.Body.IsAny)
        {
            link.Text(200, "OK\n", head.KeepsAlive);
            return head.KeepsAlive;
        }

        if (!context.Token.Admits(head))
        {
            throw ProxyError.Of(ProxyCodes.NotAllowed, "request", "the client did not show the token of this proxy", "send `Authorization: Api-Key …`");
        }

        return protocol.Serve(link, head, client, end);
    }

    private void Refuse(HttpLink link, DiagnosticException failure)
    {
        int status = failure.Diagnostics[0].Code switch
        {
            ProxyCodes.NotAllowed => 401,
            ProxyCodes.TooLong => 413,
            ProxyCodes.Unreachable or ProxyCodes.Cut or ProxyCodes.OtherPolicy or ProxyCodes.Untrusted => 502,
            ProxyCodes.Silent => 504,
            _ => 400,
        };
        if (status < 500)
        {
            context.Tally.ClientErred();
        }

        link.Text(status, $"{ProxyError.Line(failure)}\n", keepsAlive: false);
        Leave.Wait(link, context.Time);
    }
}
