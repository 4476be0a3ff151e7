using Interlock.Core.Observations;
using Interlock.Runtime.Clock;

namespace Interlock.Runtime.Sensing;

/// <summary>
/// All cameras of a robot, each at its own rate. Started, it asks them on a thread of its own; not started, whoever owns the clock calls
/// <see cref="Poll()"/>.
/// </summary>
internal sealed class CameraHub : IDisposable
{
    // Often enough for cameras up to 120 Hz; a camera without a new image costs next to nothing.
    private const long PollIntervalNs = 4_000_000;

    // A camera that does not come back is left behind on its background thread.
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(2);

    private readonly CameraFeed[] _feeds;
    private readonly Action<CameraImage>? _onImage;
    private readonly ILoopClock _clock;
    private Thread? _thread;
    private volatile bool _closing;

    /// <summary>A hub that nothing was asked of yet.</summary>
    /// <param name="feeds">The cameras.</param>
    /// <param name="clock">The loop's clock.</param>
    /// <param name="onImage">Called with every new image, on the thread that polls; null for nobody.</param>
    public CameraHub(IEnumerable<CameraFeed> feeds, ILoopClock clock, Action<CameraImage>? onImage = null)
    {
        _feeds = [.. feeds];
        _clock = clock;
        _onImage = onImage;
    }

    public IReadOnlyList<CameraFeed> Feeds => _feeds;

    /// <summary>Why the first camera stopped answering; null while all do. The others go on.</summary>
    public Exception? Fault => _feeds.FirstOrDefault(feed => feed.Fault is not null)?.Fault;

    /// <summary>The newest image of each camera that has delivered one.</summary>
    public CameraImage[] Newest() => [.. _feeds.Select(feed => feed.Newest).OfType<CameraImage>()];

    /// <summary>Largest excess of an age over its limit decides: the age of the stream that is worst off, ns; null when one has delivered nothing.</summary>
    /// <param name="nowNs">Monotonic time, ns.</param>
    /// <param name="isTooOld">True when a stream with a limit is older than it, or has delivered nothing.</param>
    public long? WorstAgeNs(long nowNs, out bool isTooOld)
    {
        isTooOld = false;
        long worst = 0;
        bool silent = false;
        foreach (CameraFeed feed in _feeds)
        {
            long? age = feed.AgeNs(nowNs);
            // A time stamp from the future is no younger than one from the past.
            isTooOld |= feed.MaxAgeNs is { } limit && !(Math.Abs(age ?? long.MaxValue) <= limit);
            silent |= age is null;
            worst = Math.Max(worst, age ?? 0);
        }

        return silent ? null : worst;
    }

    /// <summary>Asks every camera once.</summary>
    public void Poll()
    {
        foreach (CameraFeed feed in _feeds)
        {
            if (feed.Fault is null)
            {
                Poll(feed);
            }
        }
    }

    /// <summary>Polls on a thread of its own from now on.</summary>
    public void Start()
    {
        if (_feeds.Length > 0)
        {
            _thread = new Thread(Serve) { IsBackground = true, Name = "interlock cameras" };
            _thread.Start();
        }
    }

    public void Dispose()
    {
        _closing = true;
        _thread?.Join(LongestPoll);
    }

    private void Poll(CameraFeed feed)
    {
        try
        {
            if (feed.Poll(_clock.NowNs) is { } image)
            {
                _onImage?.Invoke(image);
            }
        }
        catch (Exception exception)
        {
            // Its images stop; their age is what the supervisor judges.
            feed.Fault = exception;
        }
    }

    private void Serve()
    {
        while (!_closing)
        {
            Poll();
            _clock.WaitUntil(_clock.NowNs + PollIntervalNs);
        }
    }
}
