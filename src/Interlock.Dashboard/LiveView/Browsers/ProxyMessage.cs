using Interlock.Dashboard.LiveView.Feed;
using Interlock.Dashboard.LiveView.Run;

namespace Interlock.Dashboard.LiveView.Browsers;

/// <summary>A proxy and its sessions, for a browser.</summary>
internal sealed record ProxyMessage(
    string Protocol,
    string Contract,
    bool IsShadow,
    string OnUpstreamFailure,
    IReadOnlyDictionary<string, double> Counts,
    string? Shown,
    IReadOnlyList<ProxySessionMessage> Sessions)
{
    public string Type => "proxy";

    public static ProxyMessage Of(FeedProxy proxy, LiveSight sight)
    {
        HashSet<string> open = [.. proxy.Sessions.Select(session => session.Name)];
        return new ProxyMessage(
            proxy.Protocol, proxy.Contract, proxy.IsShadow, proxy.OnUpstreamFailure, proxy.Counts, sight.Session,
            [
                .. sight.Sessions.Where(name => !open.Contains(name)).Select(name => new ProxySessionMessage(name, name, null, IsOver: true, IsKnown: true)),
                .. proxy.Sessions.Select(session => new ProxySessionMessage(session.Name, session.Client, session.StoppedBy, IsOver: false, sight.Sessions.Contains(session.Name))),
            ]);
    }
}

/// <summary>One client of a proxy; of one that is not known there is nothing to show.</summary>
internal sealed record ProxySessionMessage(string Name, string Client, string? StoppedBy, bool IsOver, bool IsKnown);
