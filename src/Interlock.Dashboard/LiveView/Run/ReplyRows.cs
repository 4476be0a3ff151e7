namespace Interlock.Dashboard.LiveView.Run;

/// <summary>
/// Rows of a proxy's replies, of which all come at one moment: each is shown at the time at which a client executes it that takes one per period, from the
/// arrival of its reply on, and a newer reply replaces what it overtakes. Not thread-safe.
/// </summary>
internal sealed class ReplyRows(LiveRing ring, int signals, int chunkAge, double rateHz) : ISignalSink
{
    // As many as a browser may fall behind before it begins anew.
    private const int KeptRewrites = 64;

    // Rows are as far apart as buckets are long; one that lies on an edge must not fall into the bucket before it by rounding. Ours.
    private const double HairS = 1e-6;

    private readonly double[] _staged = [.. Enumerable.Repeat(double.NaN, signals)];
    private readonly RecentItems<long> _rewrites = new(KeptRewrites);
    private long _row = -1;

    /// <summary>Arrival of the newest reply, s since the start.</summary>
    public double ReplyT { get; private set; }

    /// <summary>Number of the next reply that overwrites something.</summary>
    public long Rewrites => _rewrites.End;

    /// <summary>The first bucket that was overwritten since; null when none was.</summary>
    public long? RewrittenSince(long number) => _rewrites.Since(number) is { Count: > 0 } buckets ? buckets.Min() : null;

    public void Put(int signal, double t, double value) => _staged[signal] = value;

    /// <summary>A row is complete; true when it is the first of its reply.</summary>
    public bool Complete(double t)
    {
        bool isFirst = _row < 0 || _staged[chunkAge] == 0;
        if (isFirst)
        {
            (ReplyT, _row) = (t, 0);
            _rewrites.Add(ring.Forget(t));
        }

        double at = ReplyT + HairS + (_row++ / rateHz);
        for (int signal = 0; signal < _staged.Length; signal++)
        {
            ring.Put(signal, at, _staged[signal]);
            _staged[signal] = double.NaN;
        }

        return isFirst;
    }
}
