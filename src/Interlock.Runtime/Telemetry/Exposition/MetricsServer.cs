using System.Net;
using System.Net.Sockets;
using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Telemetry.Exposition;

/// <summary>Serves the collected metrics to scrapers: <c>GET /metrics</c> over HTTP/1.1 and nothing else, a few connections at a time.</summary>
internal sealed class MetricsServer : IDisposable
{
    private const int Backlog = 16;
    private const int MostConnections = 16;

    // A scraper that is slower has given up itself; ours.
    private static readonly TimeSpan LongestConnection = TimeSpan.FromSeconds(10);

    private readonly MetricsListener _settings;
    private readonly MetricsAnswer _answer;
    private readonly TimeProvider _time;
    private readonly Socket _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private int _open;

    /// <exception cref="DiagnosticException">RT260: strangers could read without a token; RT261: the port is taken.</exception>
    public MetricsServer(MetricsListener settings, Func<ExpositionFormat, string> text, TimeProvider time)
    {
        if (!IPAddress.IsLoopback(settings.Listen.Address) && string.IsNullOrEmpty(settings.Token))
        {
            throw TelemetryError.Of(
                TelemetryCodes.Listen, "metrics.listen", $"{settings.Listen} can be reached from other machines, and no token is asked for", "name a file with a token (telemetry.metrics.token_file), or listen on 127.0.0.1");
        }

        _settings = settings;
        _time = time;
        _answer = new MetricsAnswer(settings, text);
        _listener = new Socket(settings.Listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        Listen();
        _running = AcceptAsync();
    }

    public IPEndPoint Endpoint => (IPEndPoint)_listener.LocalEndPoint!;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _running.GetAwaiter().GetResult();
        _end.Dispose();
    }

    private void Listen()
    {
        try
        {
            _listener.Bind(_settings.Listen);
            _listener.Listen(Backlog);
        }
        catch (SocketException failure)
        {
            _listener.Dispose();
            _end.Dispose();
            throw TelemetryError.Of(TelemetryCodes.PortTaken, "metrics.listen", $"cannot listen on {_settings.Listen}: {failure.Message}", "choose another port; port 0 takes a free one");
        }
    }

    private async Task AcceptAsync()
    {
        List<Task> open = [];
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptAsync(_end.Token);
                open.RemoveAll(task => task.IsCompleted);
                if (System.Threading.Interlocked.Increment(ref _open) > MostConnections)
                {
                    Close(socket);
                    continue;
                }

                open.Add(ServeAsync(socket));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // That is how it ends.
        }

        await Task.WhenAll(open);
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        using CancellationTokenSource late = new(LongestConnection, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _end.Token);
        try
        {
            socket.NoDelay = true;
            await using NetworkStream stream = new(socket);
            await _answer.ServeAsync(new ScrapeLink(stream), either.Token);
        }
        catch (Exception)
        {
            // The scraper has gone, or it all ends; whatever it is, the other scrapers and the run go on.
        }
        finally
        {
            Close(socket);
        }
    }

    private void Close(Socket socket)
    {
        socket.Dispose();
        System.Threading.Interlocked.Decrement(ref _open);
    }
}
