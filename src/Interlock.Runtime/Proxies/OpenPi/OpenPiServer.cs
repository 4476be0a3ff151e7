using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>openpi's side for clients: a websocket on every path.</summary>
internal sealed class OpenPiServer(ProxyContext context) : IProtocolServer
{
    public async ValueTask<bool> ServeAsync(HttpClientLink link, HttpRequestHead head, string client, CancellationToken end)
    {
        if (!head.IsUpgrade)
        {
            await link.TextAsync(426, "a websocket was expected\n", keepsAlive: false, end);
            return false;
        }

        using OpenPiSession session = new(context, client, head["Authorization"]);
        await session.ServeAsync(link, head, end);
        return false;
    }

    public void Dispose()
    {
        // Sessions belong to their connections.
    }
}
