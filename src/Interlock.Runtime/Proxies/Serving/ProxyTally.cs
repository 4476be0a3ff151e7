using Interlock.Guard.Interventions;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Session;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>Counts from many clients at once.</summary>
internal sealed class ProxyTally(int channels)
{
    // A change is a share of the channel's span; what is beyond ten spans says no more.
    private const double LargestClip = 10;
    private const double NsPerMs = 1e6;

    private readonly Lock _writing = new();
    private long _clients;
    private long _openClients;
    private long _requests;
    private long _rows;
    private long _changedRows;
    private long _clientErrors;
    private long _upstreamFailures;
    private long _alarms;

    public ProxyCounts Snapshot => new(
        Volatile.Read(ref _clients),
        Volatile.Read(ref _openClients),
        Volatile.Read(ref _requests),
        Volatile.Read(ref _rows),
        Volatile.Read(ref _changedRows),
        Volatile.Read(ref _clientErrors),
        Volatile.Read(ref _upstreamFailures));

    /// <summary>Changed rows by the first cause and its channel.</summary>
    public InterventionTable Causes { get; } = new(channels);

    /// <summary>Largest change of a row as a share of the channel's span, times 10⁹.</summary>
    public LatencyHistogram Clips { get; } = new();

    /// <summary>From a request to the server's answer.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>Alarms of the calibration.</summary>
    public long Alarms => Volatile.Read(ref _alarms);

    /// <summary>A row was judged.</summary>
    /// <param name="cause">The first one; null when the row passed.</param>
    /// <param name="clipFraction">Of the row; NaN when it has none.</param>
    public void Judged(Intervention? cause, double clipFraction)
    {
        if (cause is not { } first)
        {
            return;
        }

        lock (_writing)
        {
            Causes.Count(first);
            if (double.IsFinite(clipFraction))
            {
                Clips.Add((long)(Math.Min(clipFraction, LargestClip) * InterventionTable.Billion));
            }
        }
    }

    /// <summary>The server answered.</summary>
    public void Waited(double latencyMs)
    {
        lock (_writing)
        {
            Latency.Add((long)(latencyMs * NsPerMs));
        }
    }

    public void Alarmed(int alarms) => System.Threading.Interlocked.Add(ref _alarms, alarms);

    public long Came()
    {
        System.Threading.Interlocked.Increment(ref _openClients);
        return System.Threading.Interlocked.Increment(ref _clients);
    }

    public void Went() => System.Threading.Interlocked.Decrement(ref _openClients);

    public void Answered(int rows, int changed)
    {
        System.Threading.Interlocked.Increment(ref _requests);
        System.Threading.Interlocked.Add(ref _rows, rows);
        System.Threading.Interlocked.Add(ref _changedRows, changed);
    }

    public void ClientErred() => System.Threading.Interlocked.Increment(ref _clientErrors);

    public void UpstreamFailed() => System.Threading.Interlocked.Increment(ref _upstreamFailures);
}
