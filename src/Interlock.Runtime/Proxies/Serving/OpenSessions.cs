using Interlock.Runtime.Live;
using Interlock.Runtime.Proxies.Guarding;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>Sessions that are open now, for who looks on. Thread-safe.</summary>
internal sealed class OpenSessions
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, (string Client, GuardedExchange Exchange)> _open = [];

    public void Came(long number, string client, GuardedExchange exchange)
    {
        lock (_lock)
        {
            _open[number] = (client, exchange);
        }
    }

    public void Went(long number)
    {
        lock (_lock)
        {
            _open.Remove(number);
        }
    }

    public IReadOnlyList<LiveProxySession> Newest()
    {
        lock (_lock)
        {
            return [.. _open.Skip(Math.Max(0, _open.Count - LiveProxyStatus.MostSessions)).Select(open => new LiveProxySession($"session-{open.Key}", open.Value.Client, open.Value.Exchange.LatchCode))];
        }
    }
}
