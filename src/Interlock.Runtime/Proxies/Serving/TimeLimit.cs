namespace Interlock.Runtime.Proxies.Serving;

/// <summary>A time-out on an injected clock, joined with the proxy's own end and told apart from it.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _joined;
    private readonly CancellationToken _end;

    public TimeLimit(TimeSpan span, TimeProvider time, CancellationToken end)
    {
        _timer = new CancellationTokenSource(span, time);
        _joined = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, end);
        _end = end;
    }

    public CancellationToken Token => _joined.Token;

    public bool IsOver => _timer.IsCancellationRequested && !_end.IsCancellationRequested;

    public void Dispose()
    {
        _joined.Dispose();
        _timer.Dispose();
    }
}
