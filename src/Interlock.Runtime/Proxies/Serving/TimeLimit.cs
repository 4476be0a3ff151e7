using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>A time-out on an injected clock, joined with the proxy's own end and told apart from it.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _joined;
    private readonly CancellationToken _end;
    private readonly TimeSpan _span;

    public TimeLimit(TimeSpan span, TimeProvider time, CancellationToken end)
    {
        _timer = new CancellationTokenSource(span, time);
        _joined = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, end);
        (_span, _end) = (span, end);
    }

    public CancellationToken Token => _joined.Token;

    public bool IsOver => _timer.IsCancellationRequested && !_end.IsCancellationRequested;

    public DiagnosticException Silent(string what) =>
        ProxyError.Of(ProxyCodes.Silent, "upstream", $"the policy server {what} within {ShortNumber.Of(_span.TotalSeconds)} s; its connection was dropped, so that a late reply reaches nobody");

    public void Dispose()
    {
        _joined.Dispose();
        _timer.Dispose();
    }
}
