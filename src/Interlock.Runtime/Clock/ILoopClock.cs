namespace Interlock.Runtime.Clock;

/// <summary>The loop's only source of time: monotonic nanoseconds, and an absolute-deadline sleep. Neither allocates.</summary>
public interface ILoopClock
{
    /// <summary>Monotonic time, ns; its zero means nothing.</summary>
    long NowNs { get; }

    /// <summary>The wall clock, ns since 1970-01-01 UTC, for files only; it may jump.</summary>
    long UtcNs { get; }

    /// <summary>Returns at the deadline or, late, at once.</summary>
    /// <param name="deadlineNs">On the scale of <see cref="NowNs"/>.</param>
    void WaitUntil(long deadlineNs);
}
