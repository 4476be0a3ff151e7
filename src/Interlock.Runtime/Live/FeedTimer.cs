using Interlock.Runtime.Live.Channels;
using Interlock.Runtime.Live.Status;
using Interlock.Runtime.Live.Viewers;

namespace Interlock.Runtime.Live;

/// <summary>What happens by the clock: status, farewells to those who hang, a sign of life now and then.</summary>
internal sealed class FeedTimer : IDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(10);

    // Three signs of life unanswered.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(35);

    private readonly FeedHub _hub;
    private readonly Func<ILiveSession?> _session;
    private readonly StatusStream _status;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private long _pingedAt;
    private long _looks;
    private int _isLooking;

    public FeedTimer(FeedHub hub, Func<ILiveSession?> session, Func<LiveProxyStatus?> proxy, Reception reception, TimeProvider time)
    {
        _hub = hub;
        _session = session;
        _time = time;
        _pingedAt = time.GetTimestamp();
        _status = new StatusStream(hub, proxy, () => reception.Counts, time);
        _status.Announce();
        _timer = time.CreateTimer(_ => Look(), null, LookInterval, LookInterval);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        // A look that takes longer than the interval is not joined by the next.
        if (System.Threading.Interlocked.Exchange(ref _isLooking, 1) != 0)
        {
            return;
        }

        try
        {
            _status.Look(_session());
            LookAfterViewers();
        }
        finally
        {
            Volatile.Write(ref _isLooking, 0);
        }
    }

    private void LookAfterViewers()
    {
        const int looksPerS = 50;
        bool pings = _time.GetElapsedTime(_pingedAt) >= PingInterval;
        _pingedAt = pings ? _time.GetTimestamp() : _pingedAt;
        if (_looks++ % looksPerS != 0 && !pings)
        {
            return;
        }

        foreach (Viewer viewer in _hub.Viewers)
        {
            viewer.Look(Silence);
            if (pings)
            {
                viewer.Ping();
            }
        }
    }
}
