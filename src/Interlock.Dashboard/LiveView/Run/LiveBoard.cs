using Interlock.Dashboard.LiveView.Feed;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>What is known of the robot now: written by the connection to the feed, read by the browsers. Thread-safe.</summary>
internal sealed class LiveBoard(TimeProvider time)
{
    // Ten status messages long; ours.
    private static readonly TimeSpan MostSilence = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private LiveRun? _run;
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

    public LiveRun? Run
    {
        get
        {
            lock (_lock)
            {
                return _run;
            }
        }
    }

    public void Enter() => Interlocked.Increment(ref _browsers);

    public void Leave() => Interlocked.Decrement(ref _browsers);

    /// <summary>Another run began, or more is known about the one that goes on: browsers begin anew.</summary>
    public void Begin(LiveRun run)
    {
        lock (_lock)
        {
            _run = run;
            _runNumber++;
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
        LiveRun? run;
        lock (_lock)
        {
            (_status, _statusAt) = (status, time.GetTimestamp());
            run = _run;
        }

        run?.Follow(status);
    }

    /// <summary>Everything at once.</summary>
    public LiveSight Look()
    {
        lock (_lock)
        {
            TimeSpan silence = time.GetElapsedTime(Volatile.Read(ref _heardAt));
            string? lost = _lost
                ?? (silence > MostSilence ? $"the robot's process has been silent for {silence.TotalSeconds:0} s"
                : _run is null ? "connected; no run has begun yet"
                : _status is { State: "none" } ? "the run is over"
                : null);
            return new LiveSight(_run, _runNumber, _status, time.GetElapsedTime(_statusAt).TotalMilliseconds, lost);
        }
    }
}
