namespace Interlock.Runtime.Worlds;

/// <summary>How many steps a world of fixed rate is behind the time of the loop.</summary>
internal sealed class TableTiming(double rateHz)
{
    private const double NsPerS = 1e9;

    /// <summary>A caller at the world's own rate may be early by this much: periods are rounded, and clocks jitter.</summary>
    private const long EarlyNs = 1_000_000;

    /// <summary>After a longer silence the rest is skipped: the arm is at rest by then.</summary>
    private const double LongestCatchUpS = 1;

    private long? _originNs;

    public void Restart() => _originNs = null;

    /// <summary>Steps that are due beyond <paramref name="done"/> at this time; the first call of an episode is time zero.</summary>
    public int Due(long done, long nowNs)
    {
        _originNs ??= nowNs;
        double due = Math.Floor((nowNs - _originNs.Value + EarlyNs) * rateHz / NsPerS) - done;
        double most = Math.Ceiling(LongestCatchUpS * rateHz);
        if (due > most)
        {
            _originNs += (long)((due - most) * NsPerS / rateHz);
        }

        return (int)Math.Clamp(due, 0, most);
    }

    public long TimeOf(long step) => _originNs.GetValueOrDefault() + (long)(step * NsPerS / rateHz);
}
