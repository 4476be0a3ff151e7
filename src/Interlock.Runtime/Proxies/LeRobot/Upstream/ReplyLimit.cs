using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.LeRobot.Upstream;

/// <summary>How long the policy server has for an answer.</summary>
internal sealed class ReplyLimit(TimeSpan span, TimeProvider time, CancellationToken end) : IDisposable
{
    private readonly TimeLimit _limit = new(span, time, end);

    public CancellationToken Token => _limit.Token;

    public bool IsOver => _limit.IsOver;

    public DiagnosticException Silent(string what) => ProxyError.Of(
        ProxyCodes.Silent, "upstream", $"the policy server {what} within {ShortNumber.Of(span.TotalSeconds)} s; the call was given up, so that a late reply reaches nobody");

    public void Dispose() => _limit.Dispose();
}
