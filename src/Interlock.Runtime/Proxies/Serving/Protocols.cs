using Interlock.Runtime.Proxies.LeRobot;
using Interlock.Runtime.Proxies.OpenPi;
using Interlock.Runtime.Proxies.OpenVla;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>The server of each protocol.</summary>
internal static class Protocols
{
    public static IConnectionServer For(ProxyContext context) => context.Options.Protocol switch
    {
        ProxyProtocol.Openpi => new HttpConnections(context, own => new OpenPiServer(own)),
        ProxyProtocol.Lerobot => new LeRobotServer(context),
        _ => new HttpConnections(context, own => new ActServer(own)),
    };
}
