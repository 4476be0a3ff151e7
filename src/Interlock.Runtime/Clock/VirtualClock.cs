namespace Interlock.Runtime.Clock;

/// <summary>A clock that nothing moves but waiting and <see cref="Advance"/>: a run on it gives the same bytes every time and needs no real time.</summary>
public sealed class VirtualClock : ILoopClock
{
    private long _utcOffsetNs;

    /// <summary>Starts at monotonic zero.</summary>
    /// <param name="startUtcNs">Wall clock at the start, ns since 1970-01-01 UTC.</param>
    public VirtualClock(long startUtcNs = 0) => _utcOffsetNs = startUtcNs;

    /// <inheritdoc />
    public long NowNs { get; private set; }

    /// <inheritdoc />
    public long UtcNs => NowNs + _utcOffsetNs;

    /// <inheritdoc />
    public void WaitUntil(long deadlineNs) => NowNs = Math.Max(NowNs, deadlineNs);

    /// <summary>Lets time pass, as a slow computation or a suspended machine would.</summary>
    public void Advance(long durationNs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(durationNs);
        NowNs += durationNs;
    }

    /// <summary>Sets the wall clock forward or back; monotonic time does not notice.</summary>
    public void JumpWallClock(long byNs) => _utcOffsetNs += byNs;
}
