using Interlock.Runtime.Clock;

namespace Interlock.Bench.Loop;

/// <summary>Real time while something is computed; waiting takes none: a tick's work can be timed a hundred thousand times in a second.</summary>
internal sealed class SkippingClock : ILoopClock, IDisposable
{
    private readonly MonotonicClock _real = new();
    private long _skippedNs;

    public long NowNs => _real.NowNs + _skippedNs;

    public long UtcNs => _real.UtcNs + _skippedNs;

    public void WaitUntil(long deadlineNs) => _skippedNs += Math.Max(0, deadlineNs - NowNs);

    public void Dispose() => _real.Dispose();
}
