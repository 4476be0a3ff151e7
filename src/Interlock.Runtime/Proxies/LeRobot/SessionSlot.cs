namespace Interlock.Runtime.Proxies.LeRobot;

/// <summary>The session of a connection, begun with its first call.</summary>
internal sealed class SessionSlot(Func<string?, LeRobotSession> begin, string client) : IDisposable
{
    private readonly Lock _gate = new();
    private LeRobotSession? _session;
    private bool _hasEnded;

    public string Client => client;

    public LeRobotSession Session(string? authorization)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_hasEnded, this);
            return _session ??= begin(authorization);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _hasEnded = true;
            _session?.Dispose();
        }
    }
}
