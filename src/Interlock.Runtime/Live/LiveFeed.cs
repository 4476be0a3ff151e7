using System.Net;
using Interlock.Recording.Flight.Tap;

namespace Interlock.Runtime.Live;

/// <summary>
/// A server of the Foxglove WebSocket protocol: what a recorder records, live, to any number of viewers, and commands of people back. It runs on
/// threads of the pool; a viewer that is slow loses data and nobody else does. A software feed: its stop is a software stop.
/// </summary>
public sealed class LiveFeed : IDisposable
{
    private LiveFeed(LiveFeedOptions options, TimeProvider time)
    {
        _ = (options, time);
    }

    /// <summary>Listens and serves until it is disposed.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT250: the address is taken, or it needs a token.</exception>
    public static LiveFeed Start(LiveFeedOptions options, TimeProvider time) => new(options, time);

    /// <summary>Where it listens.</summary>
    public IPEndPoint Endpoint => throw new NotSupportedException();

    /// <summary>What a viewer types, without a token: <c>ws://127.0.0.1:8765</c>.</summary>
    public Uri Address => throw new NotSupportedException();

    /// <summary>What it has done; from any thread.</summary>
    public LiveCounts Counts => throw new NotSupportedException();

    /// <summary>A tap for one recorder; its channels go when the recording ends.</summary>
    /// <param name="prefix">Stands before each topic, for example <c>/session-3</c>; null for none.</param>
    public IFlightTap Tap(string? prefix = null) => throw new NotSupportedException();

    /// <summary>The session that status, parameters and commands are about; null when it is over.</summary>
    public ILiveSession? Session { get; set; }

    /// <inheritdoc />
    public void Dispose() => Session = null;
}
