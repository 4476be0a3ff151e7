using System.Net.Sockets;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>Connections of the protocols that begin with HTTP/1.1.</summary>
internal sealed class HttpConnections(ProxyContext context, Func<ProxyContext, IProtocolServer> protocol) : IConnectionServer
{
    private readonly IProtocolServer _protocol = protocol(context);

    public Task ServeAsync(Socket socket, string client, CancellationToken end) => new ClientConnection(context, _protocol, socket, client).ServeAsync(end);

    public void Dispose() => _protocol.Dispose();
}
