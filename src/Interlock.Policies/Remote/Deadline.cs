using Interlock.Core.Text;

namespace Interlock.Policies.Remote;

/// <summary>A time-out on an injected clock, joined with the caller's cancellation and told apart from it.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _joined;
    private readonly CancellationToken _caller;
    private readonly TimeSpan _span;

    public Deadline(TimeSpan span, TimeProvider time, CancellationToken caller)
    {
        _timer = new CancellationTokenSource(span, time);
        _joined = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
        (_span, _caller) = (span, caller);
    }

    public CancellationToken Token => _joined.Token;

    /// <summary>True when the time is over and the caller has not cancelled.</summary>
    public bool IsOver => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Waits for work that was given <see cref="Token"/>; a time-out becomes a finding.</summary>
    public async Task<T> GuardAsync<T>(Task<T> work, string address, string step, string what)
    {
        try
        {
            return await work;
        }
        catch (Exception failure) when (IsOver && failure is not Core.Diagnostics.DiagnosticException)
        {
            throw RemoteError.Of(
                RemoteCodes.TimedOut,
                address,
                step,
                $"{what} within {ShortNumber.Of(_span.TotalSeconds)} s; the connection was dropped, so that a late reply cannot be taken for the next one");
        }
    }

    public void Dispose()
    {
        _joined.Dispose();
        _timer.Dispose();
    }
}
