using System.Net.WebSockets;
using System.Text.Json;
using Interlock.Dashboard.LiveView.Feed;
using Interlock.Dashboard.LiveView.Run;
using Interlock.Dashboard.Web;

namespace Interlock.Dashboard.LiveView.Browsers;

/// <summary>
/// Serves one browser. Thirty times a second it takes what is new since the last time and sends it; nothing waits in a queue, so a browser that
/// takes long misses what lies between and costs no memory.
/// </summary>
internal sealed class BrowserSession(WebSocket browser, LiveBoard board, string? session, TimeProvider time)
{
    private const int HeardBytes = 512;
    private static readonly TimeSpan FrameInterval = TimeSpan.FromSeconds(1.0 / 30);
    private static readonly TimeSpan StatusInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ProxyInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private LivePlace _place = new();
    private LiveRun? _run;
    private long _runNumber;
    private string? _lost;
    private FeedStatus? _status;
    private string _verdict = "";
    private long _statusAt;
    private long? _proxyAt;

    public async Task RunAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAll(HearAsync(end), TellUntilAsync(end));
    }

    private async Task TellUntilAsync(CancellationTokenSource end)
    {
        try
        {
            using PeriodicTimer timer = new(FrameInterval, time);
            do
            {
                await TellAsync(end.Token);
            }
            while (await timer.WaitForNextTickAsync(end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or TimeoutException or IOException)
        {
            browser.Abort();
        }
        finally
        {
            await end.CancelAsync();
        }
    }

    // A browser has nothing to say here; it is heard so that its goodbye is noticed.
    private async Task HearAsync(CancellationTokenSource end)
    {
        byte[] heard = new byte[HeardBytes];
        try
        {
            while ((await browser.ReceiveAsync(heard.AsMemory(), end.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
            // It is gone.
        }

        await end.CancelAsync();
    }

    private async Task TellAsync(CancellationToken end)
    {
        LiveSight sight = board.Look(session);
        await TellProxyAsync(sight, end);
        await BeginAsync(sight, end);
        if (sight.Lost is not null && sight.Lost != _lost)
        {
            await SendAsync(new LostMessage(sight.Lost), end);
        }

        bool isBack = sight.Lost is null && _lost is not null;
        _lost = sight.Lost;
        if (_run is not null)
        {
            await TellNewsAsync(_run, sight, isBack, end);
        }
    }

    private async Task TellProxyAsync(LiveSight sight, CancellationToken end)
    {
        if (sight.Status?.Proxy is { } proxy && (_proxyAt is not { } at || time.GetElapsedTime(at) >= ProxyInterval))
        {
            _proxyAt = time.GetTimestamp();
            await SendAsync(ProxyMessage.Of(proxy, sight), end);
        }
    }

    private async Task BeginAsync(LiveSight sight, CancellationToken end)
    {
        if (sight.Run is not { } run || sight.RunNumber == _runNumber)
        {
            return;
        }

        (_run, _runNumber, _place, _lost, _status) = (run, sight.RunNumber, new LivePlace(), null, null);
        HelloAnswer hello = run.Begin(_place, sight.Status?.Recording);
        await SendAsync(hello, end);
    }

    private async Task TellNewsAsync(LiveRun run, LiveSight sight, bool isBack, CancellationToken end)
    {
        LiveNews news = run.NewsSince(_place);
        foreach (var happened in news.Events)
        {
            await SendAsync(new EventMessage(happened), end);
        }

        foreach (var chunk in news.Chunks)
        {
            await SendAsync(new ChunkMessage(chunk), end);
        }

        if (news.Frame is { } frame)
        {
            await SendAsync(frame.Encode(), WebSocketMessageType.Binary, end);
        }

        await TellPicturesAsync(run, end);
        if (sight is { Lost: null, Status: { } status } && (isBack || status.Differs(_status) || news.Verdict != _verdict || time.GetElapsedTime(_statusAt) >= StatusInterval))
        {
            (_status, _verdict, _statusAt) = (status, news.Verdict, time.GetTimestamp());
            run.ForgetVerdicts(_place);
            await SendAsync(StatusWords.Of(run, status, sight.StatusAgeMs, news.Verdict), end);
        }
    }

    private async Task TellPicturesAsync(LiveRun run, CancellationToken end)
    {
        foreach ((string name, LiveCamera camera) in run.Cameras)
        {
            if (camera.Look() is { } look && look.Number != _place.Pictures.GetValueOrDefault(name))
            {
                _place.Pictures[name] = look.Number;
                await SendAsync(new ImageMessage(name, look.T, look.AgeMs, look.Format, FormattableString.Invariant($"/api/live/image?camera={Uri.EscapeDataString(name)}&n={look.Number}")), end);
            }
        }
    }

    private Task SendAsync<T>(T message, CancellationToken end) => SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, Wire.Json), WebSocketMessageType.Text, end);

    private Task SendAsync(byte[] bytes, WebSocketMessageType type, CancellationToken end) =>
        browser.SendAsync(bytes.AsMemory(), type, endOfMessage: true, end).AsTask().WaitAsync(Patience, time, end);
}
