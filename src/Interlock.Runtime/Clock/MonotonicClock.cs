namespace Interlock.Runtime.Clock;

/// <summary>
/// The machine's clock. On Linux it sleeps to an absolute deadline on CLOCK_MONOTONIC (<c>clock_nanosleep</c>), because timers of .NET tick at
/// the kernel's coarse rate; elsewhere it waits in milliseconds and yields for the rest.
/// </summary>
public sealed class MonotonicClock : ILoopClock, IDisposable
{
    private const long NsPerMs = 1_000_000;
    private const long NsPerTick = 100;

    // Ordinary threads may oversleep by 50 µs, so that the kernel can wake several at once (prctl(2), PR_SET_TIMERSLACK); 1 ns is the least.
    private const int LeastSlackNs = 1;

    [ThreadStatic]
    private static bool _isPrompt;

    private readonly ManualResetEvent _never = new(false);
    private readonly TimeProvider _time;
    private readonly long _spinNs;

    /// <summary>A clock on the system's time.</summary>
    /// <param name="spinNs">The last part of a wait that is spent spinning, ns: less late, at the price of that share of a core. 0 or more.</param>
    /// <param name="time">Null for the system's; its timestamps must be those of CLOCK_MONOTONIC on Linux.</param>
    public MonotonicClock(long spinNs = 0, TimeProvider? time = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(spinNs);
        _spinNs = spinNs;
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc />
    public long NowNs => _time.TimestampFrequency == NsPerMs * 1000
        ? _time.GetTimestamp()
        : (long)(_time.GetTimestamp() * (1e9 / _time.TimestampFrequency));

    /// <inheritdoc />
    public long UtcNs => (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NsPerTick;

    /// <inheritdoc />
    public void WaitUntil(long deadlineNs)
    {
        Sleep(deadlineNs - _spinNs);
        while (NowNs < deadlineNs)
        {
            System.Threading.Thread.SpinWait(1);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _never.Dispose();

    private void Sleep(long deadlineNs)
    {
        if (OperatingSystem.IsLinux())
        {
            BePrompt();
            Timespec deadline = new(Math.Max(0, deadlineNs));
            while (LinuxCalls.SleepUntil(LinuxCalls.ClockMonotonic, LinuxCalls.AbsoluteTime, deadline, 0) == LinuxCalls.Interrupted)
            {
            }

            return;
        }

        for (long left = deadlineNs - NowNs; left > 0; left = deadlineNs - NowNs)
        {
            if (left < NsPerMs || _never.WaitOne((int)Math.Min(left / NsPerMs, int.MaxValue)))
            {
                System.Threading.Thread.Yield();
            }
        }
    }

    // Whoever is refused wakes later and is no worse off.
    private static void BePrompt()
    {
        if (!_isPrompt)
        {
            _isPrompt = true;
            _ = LinuxCalls.ControlThread(LinuxCalls.SetTimerSlack, LeastSlackNs, 0, 0, 0);
        }
    }
}
