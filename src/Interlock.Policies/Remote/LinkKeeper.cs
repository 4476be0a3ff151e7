using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;

namespace Interlock.Policies.Remote;

/// <summary>Keeps what is known of a connection, and when it may be tried again.</summary>
internal sealed class LinkKeeper(RetryOptions retry, ulong seed, TimeProvider time)
{
    private const long NsPerTick = 100;

    private SeededRandom _random = new(seed);
    private RemoteLink _link = RemoteLink.None;
    private TimeSpan _delay;
    private long _failedAt;

    public RemoteLink Link => Volatile.Read(ref _link);

    public void Reseed(ulong value) => _random = new SeededRandom(value);

    /// <summary>Waits until the delay since the last failure is over.</summary>
    public Task WaitAsync(CancellationToken cancellation)
    {
        TimeSpan left = _delay - time.GetElapsedTime(_failedAt);
        return left > TimeSpan.Zero ? Task.Delay(left, time, cancellation) : Task.CompletedTask;
    }

    public void Connected() => Set(_link with { State = LinkState.Up, SinceNs = NowNs(), Connections = _link.Connections + 1 });

    // Not when connected: a server that accepts and cuts again and again is to be left alone for longer and longer.
    public void Answered()
    {
        _delay = TimeSpan.Zero;
        Set(Up() with { Attempts = 0 });
    }

    /// <summary>The server answered, but not with a chunk.</summary>
    public void Refused(Diagnostic finding) => Set(Up() with { LastFailure = finding });

    public void Failed(Diagnostic finding)
    {
        Set(Down() with { Attempts = _link.Attempts + 1, LastFailure = finding });
        double factor = Math.Pow(retry.Factor, _link.Attempts - 1);
        double most = Math.Min(retry.FirstDelay.TotalSeconds * factor, retry.LongestDelay.TotalSeconds);
        _delay = TimeSpan.FromSeconds(most * (1 - (retry.Jitter * _random.NextDouble())));
        _failedAt = time.GetTimestamp();
    }

    public void Dropped() => Set(Down());

    private RemoteLink Up() => _link.State == LinkState.Up ? _link : _link with { State = LinkState.Up, SinceNs = NowNs() };

    private RemoteLink Down() => _link.State switch
    {
        LinkState.Up => _link with { State = LinkState.Lost, SinceNs = NowNs() },
        LinkState.NeverConnected when _link.SinceNs is null => _link with { SinceNs = NowNs() },
        _ => _link,
    };

    private void Set(RemoteLink link) => Volatile.Write(ref _link, link);

    private long NowNs() => time.GetElapsedTime(0).Ticks * NsPerTick;
}
