using Interlock.Runtime.Proxies.OpenPi;
using Interlock.Runtime.Proxies.OpenVla;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>The server of each protocol.</summary>
internal static class Protocols
{
    public static IProtocolServer For(ProxyContext context) => context.Options.Protocol switch
    {
        ProxyProtocol.Openpi => new OpenPiServer(context),
        _ => new ActServer(context),
    };
}
