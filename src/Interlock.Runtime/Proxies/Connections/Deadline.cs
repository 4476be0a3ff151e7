namespace Interlock.Runtime.Proxies.Connections;

/// <summary>A time-out on an injected clock.</summary>
internal readonly struct Deadline(TimeProvider time, TimeSpan span)
{
    private readonly long _start = time.GetTimestamp();

    public TimeSpan Span => span;

    public bool IsOver => time is not null && time.GetElapsedTime(_start) >= span;
}
