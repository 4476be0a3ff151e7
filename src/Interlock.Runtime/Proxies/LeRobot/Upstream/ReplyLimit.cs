using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.LeRobot.Upstream;

/// <summary>How long the policy server has for an answer.</summary>
internal sealed class ReplyLimit(TimeSpan span, TimeProvider time, CancellationToken end) : IDisposable
{
    private readonly TimeLimit _limit = new(span, time, end);

    public CancellationToken Token => _limit.Token;

    public bool IsOver => _limit.IsOver;

    public DiagnosticException Silent(string what) => ProxyError.Silent(span, what);

    public void Dispose() => _limit.Dispose();
}
