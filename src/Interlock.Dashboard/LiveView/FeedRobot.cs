using System.Net.WebSockets;
using Interlock.Dashboard.LiveView.Browsers;
using Interlock.Dashboard.LiveView.Feed;
using Interlock.Dashboard.LiveView.Run;

namespace Interlock.Dashboard.LiveView;

/// <summary>
/// A robot behind a live feed of the Foxglove WebSocket protocol. Connects again for ever; memory does not grow with the length of a run nor
/// with the slowness of a browser.
/// </summary>
public sealed class FeedRobot : ILiveRobot
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CommandPatience = TimeSpan.FromSeconds(2);

    private readonly Uri _address;
    private readonly string? _token;
    private readonly TimeProvider _time;
    private readonly LiveBoard _board;
    private readonly FeedCalls _calls = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _following;
    private FeedConnection? _connection;
    private bool _isDisposed;

    /// <summary>Begins to connect.</summary>
    /// <param name="address">Of the feed: <c>ws://HOST:PORT</c>.</param>
    /// <param name="token">Shown to the feed; null for none. Without an operator's token it takes no commands.</param>
    /// <param name="time">Of pauses and time-outs.</param>
    public FeedRobot(Uri address, string? token, TimeProvider time)
    {
        (_address, _token, _time) = (address, token, time);
        _board = new LiveBoard(time);
        _following = Task.Run(FollowAsync);
    }

    /// <inheritdoc />
    public string Url => _address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <inheritdoc />
    public bool IsConnected => _board.IsConnected;

    /// <inheritdoc />
    public async Task ServeAsync(WebSocket browser, string? session, CancellationToken cancellation)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _end.Token);
        _board.Enter();
        try
        {
            await new BrowserSession(browser, _board, session, _time).RunAsync(either.Token);
        }
        finally
        {
            _board.Leave();
        }
    }

    /// <inheritdoc />
    public async Task<LiveCommandAnswer> CommandAsync(string command, CancellationToken cancellation)
    {
        if (Volatile.Read(ref _connection) is not { } connection)
        {
            return new LiveCommandAnswer(false, null, "the robot's process is not connected; use the robot's own stop");
        }

        (uint number, byte[] bytes, Task<LiveCommandAnswer> answer) = _calls.Begin(command);
        try
        {
            await connection.SendAsync(bytes, cancellation);
            return await answer.WaitAsync(CommandPatience, _time, cancellation);
        }
        catch (Exception exception) when (exception is TimeoutException or WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            return new LiveCommandAnswer(false, null, "the robot's process did not answer");
        }
        finally
        {
            _calls.Forget(number);
        }
    }

    /// <inheritdoc />
    public LivePicture? Picture(string camera) => _board.RunOf(null)?.Cameras.GetValueOrDefault(camera)?.Picture();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        await _end.CancelAsync();
        await _following;
        _end.Dispose();
    }

    private async Task FollowAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            _board.Lost(await OnceAsync());
            try
            {
                await Task.Delay(Pause, _time, _end.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // From connecting to the end of the connection; tells why it ended.
    private async Task<string> OnceAsync()
    {
        try
        {
            using FeedSocket socket = await FeedSocket.OpenAsync(_address, _token, _time, _end.Token);
            FeedConnection connection = new(socket, _board, _calls, _time);
            _board.Connected();
            Volatile.Write(ref _connection, connection);
            await connection.ServeAsync(_end.Token);
            return "the robot's process has ended the connection";
        }
        catch (OperationCanceledException)
        {
            return "the robot's process does not answer";
        }
        catch (Exception exception)
        {
            // Whatever a feed does, the next attempt comes.
            return exception is IOException ? exception.Message : $"the robot's process cannot be reached: {(exception.InnerException?.InnerException ?? exception.InnerException ?? exception).Message.TrimEnd('.')}";
        }
        finally
        {
            Volatile.Write(ref _connection, null);
        }
    }
}
