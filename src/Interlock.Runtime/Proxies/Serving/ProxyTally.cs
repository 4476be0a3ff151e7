namespace Interlock.Runtime.Proxies.Serving;

/// <summary>Counts from many clients at once.</summary>
internal sealed class ProxyTally
{
    private long _clients;
    private long _openClients;
    private long _requests;
    private long _rows;
    private long _changedRows;
    private long _clientErrors;
    private long _upstreamFailures;

    public ProxyCounts Snapshot => new(
        Volatile.Read(ref _clients),
        Volatile.Read(ref _openClients),
        Volatile.Read(ref _requests),
        Volatile.Read(ref _rows),
        Volatile.Read(ref _changedRows),
        Volatile.Read(ref _clientErrors),
        Volatile.Read(ref _upstreamFailures));

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
