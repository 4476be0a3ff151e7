using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Proxies.LeRobot.Upstream;

/// <summary>
/// Who has the policy server. LeRobot's server holds one policy, one observation and one set of steps for whoever calls: a second client would take over the first.
/// The first one that calls has it until its connection ends.
/// </summary>
internal sealed class UpstreamClaim
{
    private object? _owner;

    /// <exception cref="DiagnosticException">RT219: another client has it.</exception>
    public void Take(object client)
    {
        object? owner = System.Threading.Interlocked.CompareExchange(ref _owner, client, null);
        if (owner is not null && owner != client)
        {
            throw ProxyError.Of(
                ProxyCodes.Taken, "upstream", "another client has this policy server until it disconnects", "LeRobot's server keeps one policy and one queue: start a server and a proxy per robot");
        }
    }

    public void Release(object client) => System.Threading.Interlocked.CompareExchange(ref _owner, null, client);
}
