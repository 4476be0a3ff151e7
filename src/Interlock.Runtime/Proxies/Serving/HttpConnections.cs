using System.Net.Security;
using System.Net.Sockets;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>Connections of the protocols that begin with HTTP/1.1.</summary>
internal sealed class HttpConnections(ProxyContext context, Func<ProxyContext, IProtocolServer> protocol) : IConnectionServer
{
    private readonly IProtocolServer _protocol = protocol(context);

    public void Serve(Socket socket, string client, SslServerAuthenticationOptions? tls, CancellationToken end) =>
        new ClientConnection(context, _protocol, socket, client, end).Serve(tls);

    public void Dispose() => _protocol.Dispose();
}
