namespace Interlock.Runtime.Supervision;

/// <summary>Deadlines missed within the last ticks.</summary>
/// <param name="ticks">Length of the window.</param>
internal sealed class MissedTickWindow(int ticks)
{
    private readonly long[] _missed = new long[ticks];
    private long? _total;
    private int _next;

    /// <summary>Missed in the window.</summary>
    public long Count { get; private set; }

    /// <summary>Takes in the running total of the session; one that falls begins anew.</summary>
    public void Observe(long total)
    {
        long missed = Math.Max(0, total - (_total ?? total));
        _total = total;
        Count += missed - _missed[_next];
        _missed[_next] = missed;
        _next = (_next + 1) % _missed.Length;
    }
}
