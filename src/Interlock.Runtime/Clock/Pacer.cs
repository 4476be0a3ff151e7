namespace Interlock.Runtime.Clock;

/// <summary>
/// Ticks at a fixed rate against absolute deadlines, so that lateness never adds up. A period that is over before its tick began is a missed
/// tick: it is skipped and counted, and the phase is kept.
/// </summary>
public sealed class Pacer
{
    private const double NsPerS = 1e9;

    private readonly ILoopClock _clock;
    private readonly double _rateHz;
    private long _startNs;
    private long _period;

    /// <summary>A pacer that has not started.</summary>
    /// <param name="clock">Waits.</param>
    /// <param name="rateHz">Ticks per second, more than 0.</param>
    public Pacer(ILoopClock clock, double rateHz)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rateHz);
        _clock = clock;
        _rateHz = rateHz;
    }

    /// <summary>Length of a period, ns.</summary>
    public double PeriodNs => NsPerS / _rateHz;

    /// <summary>Periods skipped since the start.</summary>
    public long MissedTicks { get; private set; }

    /// <summary>Periods skipped before the newest tick.</summary>
    public long MissedBeforeThisTick { get; private set; }

    /// <summary>Time from the newest tick's deadline to its begin, ns.</summary>
    public long LatenessNs { get; private set; }

    /// <summary>The next tick is due one period from now.</summary>
    public void Start()
    {
        _startNs = _clock.NowNs;
        _period = 0;
        MissedTicks = 0;
    }

    /// <summary>Waits for the next tick.</summary>
    /// <returns>Monotonic time at its begin, ns.</returns>
    public long WaitForTick()
    {
        _period++;
        _clock.WaitUntil(Deadline(_period));
        long now = _clock.NowNs;
        long due = (long)((now - _startNs) / PeriodNs);
        MissedBeforeThisTick = Math.Max(0, due - _period);
        MissedTicks += MissedBeforeThisTick;
        _period = Math.Max(_period, due);
        LatenessNs = now - Deadline(_period);
        return now;
    }

    // From the period's number, not by adding periods up: 30 Hz has no whole number of nanoseconds.
    private long Deadline(long period) => _startNs + (long)Math.Ceiling(period * PeriodNs);
}
