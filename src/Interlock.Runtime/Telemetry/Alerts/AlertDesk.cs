using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry.Alerts;

/// <summary>Passes alerts on to every sink, each at its own pace.</summary>
internal sealed class AlertDesk : IDisposable
{
    private static readonly TimeSpan TurnInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly AlertLine[] _lines;
    private readonly IReadOnlyList<AlertRoute> _routes;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _giveUp = new();
    private readonly Task[] _running;

    public AlertDesk(IReadOnlyList<AlertRoute> routes, string source, TimeProvider time, Action<string>? onTrouble)
    {
        _routes = routes;
        _time = time;
        _lines = [.. routes.Select(route => new AlertLine(route, source, time, onTrouble))];
        _running = [.. _lines.Select(line => Task.Run(() => RunAsync(line)))];
    }

    public void Tell(Alert alert)
    {
        foreach (AlertLine line in _lines)
        {
            line.Tell(alert);
        }
    }

    public void Read(MetricBoard board)
    {
        foreach (AlertLine line in _lines)
        {
            board.Set(MetricCatalogue.AlertsSent, line.Sent, line.Name);
            board.Set(MetricCatalogue.AlertsSuppressed, line.Suppressed, line.Name);
            board.Set(MetricCatalogue.AlertsFailed, line.Failed, line.Name);
        }
    }

    /// <summary>Tells what is left, for at most 2 s.</summary>
    public void Dispose()
    {
        _giveUp.CancelAfter(Farewell);
        _end.Cancel();
        Task.WhenAll(_running).GetAwaiter().GetResult();
        foreach (AlertRoute route in _routes)
        {
            (route.Sink as IDisposable)?.Dispose();
        }

        _end.Dispose();
        _giveUp.Dispose();
    }

    private async Task RunAsync(AlertLine line)
    {
        using PeriodicTimer timer = new(TurnInterval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                await line.TurnAsync(isLast: false, _giveUp.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }

        await line.TurnAsync(isLast: true, _giveUp.Token);
    }
}
