using Interlock.Dashboard.LiveView.Feed;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>What is known of the robot now: written by the connection to the feed, read by the browsers. Thread-safe.</summary>
internal sealed class LiveBoard(TimeProvider time)
{
    // Ten status messages long; ours.
    private static readonly TimeSpan MostSilence = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly List<LiveSlot> _runs = [];
    private FeedStatus? _status;
    private string? _lost = "the robot's process has not been reached yet";
    private long _statusAt;
    private long _heardAt;
    private long _runNumber;
    private int _browsers;

    /// <summary>How many browsers are served now.</summary>
    public int Browsers => Volatile.Read(ref _browsers);

    public bool IsConnected
    {
        get
        {
            lock (_lock)
            {
                return _lost is null;
            }
        }
    }

    /// <summary>The run of a session; null before it begins.</summary>
    /// <param name="session">Of a proxy; null for a run of its own.</param>
    public LiveRun? RunOf(string? session)
    {
        lock (_lock)
        {
            return _runs.Find(slot => slot.Session == session)?.Run;
        }
    }

    public void Enter() => Interlocked.Increment(ref _browsers);

    public void Leave() => Interlocked.Decrement(ref _browsers);

    /// <summary>Another run began, or more is known about the one that goes on: browsers begin anew.</summary>
    public void Begin(LiveRun run, string? session = null)
    {
        lock (_lock)
        {
            _runs.RemoveAll(slot => slot.Session == session);
            while (_runs.Count >= FeedSessions.MostOpen && (_runs.Find(slot => slot.IsOver) ?? _runs[0]) is { } oldest)
            {
                _runs.Remove(oldest);
            }

            _runs.Add(new LiveSlot(session, run, ++_runNumber, IsOver: false));
        }
    }

    /// <summary>A session is over; what was seen of it stays for a while.</summary>
    public void Ended(string session)
    {
        lock (_lock)
        {
            int place = _runs.FindIndex(slot => slot.Session == session);
            if (place >= 0)
            {
                _runs[place] = _runs[place] with { IsOver = true };
            }
        }
    }

    public void Connected()
    {
        lock (_lock)
        {
            (_lost, _status, _heardAt) = (null, null, time.GetTimestamp());
        }
    }

    public void Lost(string reason)
    {
        lock (_lock)
        {
            (_lost, _status) = (reason, null);
        }
    }

    /// <summary>Something came.</summary>
    public void Heard() => Volatile.Write(ref _heardAt, time.GetTimestamp());

    public void Show(FeedStatus status)
    {
        LiveRun[] runs;
        lock (_lock)
        {
            (_status, _statusAt) = (status, time.GetTimestamp());
            runs = [.. _runs.Where(slot => !slot.IsOver).Select(slot => slot.Run)];
        }

        Array.ForEach(runs, run => run.Follow(status));
    }

    /// <summary>Everything at once.</summary>
    /// <param name="session">The one of a proxy's sessions that is wanted; null for the newest.</param>
    public LiveSight Look(string? session = null)
    {
        lock (_lock)
        {
            LiveSlot? slot = session is null ? _runs.FindLast(each => !each.IsOver) ?? _runs.LastOrDefault() : _runs.Find(each => each.Session == session);
            return new LiveSight(
                slot?.Run, slot?.Number ?? 0, slot?.Session, [.. _runs.Select(each => each.Session).OfType<string>()], _status, time.GetElapsedTime(_statusAt).TotalMilliseconds, WhyLost(slot, session));
        }
    }

    private string? WhyLost(LiveSlot? slot, string? session)
    {
        TimeSpan silence = time.GetElapsedTime(Volatile.Read(ref _heardAt));
        bool isProxy = _status?.Proxy is not null;
        return _lost
            ?? (silence > MostSilence ? $"the {(isProxy ? "proxy" : "robot's process")} has been silent for {silence.TotalSeconds:0} s"
            : isProxy && slot is null ? session is null ? "the proxy listens; no client has been answered yet" : "this session is over, and nothing is kept of it"
            : slot is null ? "connected; no run has begun yet"
            : slot.IsOver ? "this client's session is over"
            : _status is { State: "none" } ? "the run is over"
            : null);
    }
}
