using System.Net.WebSockets;

namespace Interlock.Dashboard.LiveView;

/// <summary>The robot as it is now, behind the live feed of its own process.</summary>
public interface ILiveRobot : IAsyncDisposable
{
    /// <summary>Address of the feed.</summary>
    string Url { get; }

    /// <summary>True while the feed answers.</summary>
    bool IsConnected { get; }

    /// <summary>Serves one browser until it goes: what is known at once, then what comes. A slow browser misses frames, not the robot.</summary>
    /// <param name="browser">Its socket.</param>
    /// <param name="session">Of a proxy, the session that is wanted; null for the newest, and for a run.</param>
    /// <param name="cancellation">Ends it.</param>
    Task ServeAsync(WebSocket browser, string? session, CancellationToken cancellation);

    /// <summary>Asks something of the robot's supervisor.</summary>
    /// <param name="command">A word of the feed's service, for example <c>pause</c>.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    Task<LiveCommandAnswer> CommandAsync(string command, CancellationToken cancellation);

    /// <summary>The newest picture of a camera; null before the first.</summary>
    LivePicture? Picture(string camera);
}
