using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>openpi's side for clients: a websocket on every path.</summary>
internal sealed class OpenPiServer(ProxyContext context) : IProtocolServer
{
    public bool Serve(HttpLink link, HttpRequestHead head, string client, CancellationToken end)
    {
        if (!head.IsUpgrade)
        {
            link.Text(426, "a websocket was expected\n", keepsAlive: false);
            return false;
        }

        using OpenPiSession session = new(context, link, client, context.Token.IsAsked ? null : head["Authorization"], end);
        session.Serve(head);
        return false;
    }

    public void Dispose()
    {
        // Sessions belong to their connections.
    }
}
