using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>
/// The sessions of a protocol that has none: by the header <c>X-Interlock-Session</c>, else by the client's address, so that a script that connects anew for
/// every request keeps its guard. The one that was unused longest makes room.
/// </summary>
internal sealed class ActSessions(ProxyContext context) : IDisposable
{
    public const string Field = "X-Interlock-Session";

    private const int LongestName = 64;

    private readonly Dictionary<string, ActSession> _sessions = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _uses;

    /// <summary>The session of a request, whose turn it is; the caller releases <see cref="ActSession.Turn"/>.</summary>
    public ActSession Take(HttpRequestHead head, string client, CancellationToken end)
    {
        while (true)
        {
            ActSession session = Find(NameOf(head, client));
            try
            {
                session.Turn.Wait(end);
                return session;
            }
            catch (ObjectDisposedException)
            {
                // It made room for another one while this waited.
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (ActSession session in _sessions.Values)
            {
                session.Dispose();
            }

            _sessions.Clear();
        }
    }

    private static string NameOf(HttpRequestHead head, string client) =>
        head[Field] is { Length: > 0 and <= LongestName } named ? named : client[..client.LastIndexOf(':')];

    private ActSession Find(string name)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(name, out ActSession? session))
            {
                MakeRoom();
                session = new ActSession(context, name);
                _sessions.Add(name, session);
            }

            session.LastUse = ++_uses;
            return session;
        }
    }

    private void MakeRoom()
    {
        if (_sessions.Count >= context.Options.MostClients
            && _sessions.Where(item => item.Value.Turn.CurrentCount == 1).MinBy(item => item.Value.LastUse) is { Key: { } oldest, Value: var session })
        {
            _sessions.Remove(oldest);
            session.Dispose();
        }
    }
}
