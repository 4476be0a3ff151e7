using System.Net;
using System.Net.Sockets;
using Interlock.Recording.Flight.Tap;
using Interlock.Runtime.Live.Channels;
using Interlock.Runtime.Live.Viewers;

namespace Interlock.Runtime.Live;

/// <summary>
/// A server of the Foxglove WebSocket protocol: what a recorder records, live, to any number of viewers, and commands of people back. It runs on
/// threads of the pool; a viewer that is slow loses data and nobody else does. A software feed: its stop is a software stop.
/// </summary>
public sealed class LiveFeed : IDisposable
{
    private const int Backlog = 64;

    private readonly Socket _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly FeedHub _hub;
    private readonly Reception _reception;
    private readonly FeedTimer _timer;
    private readonly Task _serving;
    private volatile ILiveSession? _session;
    private bool _isDisposed;

    private LiveFeed(LiveFeedOptions options, TimeProvider time, Socket listener)
    {
        _listener = listener;
        _hub = new FeedHub(options.Name, options.Kind, time);
        _reception = new Reception(options, time, _hub, () => _session);
        _timer = new FeedTimer(_hub, () => _session, () => Proxy?.Status(), _reception, time);
        Endpoint = (IPEndPoint)listener.LocalEndPoint!;
        _serving = _reception.AcceptAsync(listener, _end.Token);
    }

    /// <summary>Listens and serves until it is disposed.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT250: the address is taken, or needs a token; an option is out of its range.</exception>
    public static LiveFeed Start(LiveFeedOptions options, TimeProvider time)
    {
        LiveRules.Check(options);
        Socket listener = new(options.Listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(options.Listen);
            listener.Listen(Backlog);
            return new LiveFeed(options, time, listener);
        }
        catch (SocketException failure)
        {
            listener.Dispose();
            throw LiveError.Of(LiveCodes.Listen, "listen", $"cannot listen on {options.Listen}: {failure.Message}", "port 0 takes a free one; perhaps another run has this one");
        }
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Endpoint { get; }

    /// <summary>What a viewer types, without a token: <c>ws://127.0.0.1:8765</c>.</summary>
    public Uri Address => new($"ws://{Endpoint}");

    /// <summary>What it has done; from any thread.</summary>
    public LiveCounts Counts => _reception.Counts;

    /// <summary>The session that status, parameters and commands are about; null when it is over.</summary>
    public ILiveSession? Session
    {
        get => _session;
        set => _session = value;
    }

    /// <summary>The proxy whose sessions are shown; null for none, and when it is over.</summary>
    public ILiveProxy? Proxy { get; set; }

    /// <summary>A tap for one recorder; its channels go when the recording ends.</summary>
    /// <param name="prefix">Stands before each topic, for example <c>/session-3</c>; null for none.</param>
    public IFlightTap Tap(string? prefix = null) => new FeedTap(_hub, prefix ?? "");

    /// <summary>Tells every viewer goodbye and lets them go.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _timer.Dispose();
        _end.Cancel();
        _listener.Dispose();
        _reception.LetAllGo();
        _serving.Wait();
        _end.Dispose();
    }
}
