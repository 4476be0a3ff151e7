using System.Collections.Concurrent;
using Interlock.Runtime.Telemetry.Alerts.Sinks;

namespace Interlock.Runtime.Telemetry.Alerts;

/// <summary>From a queue to one sink: level, groups, rate, attempts. Whoever tells never waits.</summary>
internal sealed class AlertLine(AlertRoute route, string source, TimeProvider time, Action<string>? onTrouble)
{
    public const int QueueLength = 1024;

    private const int Attempts = 3;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentQueue<Alert> _queue = new();
    private readonly AlertGroups _groups = new(route.Group);
    private readonly TokenBucket _bucket = new(route.PerMinute, route.Burst);
    private long _sent;
    private long _suppressed;
    private long _untold;
    private long _failed;
    private bool _isFailing;

    public string Name => route.Name;

    public long Sent => Volatile.Read(ref _sent);

    public long Suppressed => Volatile.Read(ref _suppressed);

    public long Failed => Volatile.Read(ref _failed);

    /// <summary>From any thread.</summary>
    public void Tell(Alert alert)
    {
        if (alert.Level < route.Least)
        {
            return;
        }

        if (_queue.Count >= QueueLength)
        {
            CountSuppressed(alert.Count);
            return;
        }

        _queue.Enqueue(alert);
    }

    /// <summary>Tells what is due. One call at a time.</summary>
    /// <param name="isLast">True at the end: open groups are told as well, and how many were not.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task TurnAsync(bool isLast, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && _queue.TryDequeue(out Alert? alert))
        {
            if (_groups.Take(alert, time.GetUtcNow()))
            {
                await OfferAsync(alert, 0, cancellation);
            }
        }

        foreach (Alert group in _groups.Due(time.GetUtcNow(), isLast))
        {
            await OfferAsync(group, route.Group.TotalSeconds, cancellation);
        }

        if (isLast && Volatile.Read(ref _untold) > 0)
        {
            await DeliverAsync(new Alert(route.Least, null, null, "telemetry ends"), 0, cancellation);
        }
    }

    private async Task OfferAsync(Alert alert, double withinS, CancellationToken cancellation)
    {
        if (_bucket.TryTake(time.GetUtcNow()))
        {
            await DeliverAsync(alert, withinS, cancellation);
        }
        else
        {
            CountSuppressed(alert.Count);
        }
    }

    private void CountSuppressed(long count)
    {
        System.Threading.Interlocked.Add(ref _suppressed, count);
        System.Threading.Interlocked.Add(ref _untold, count);
    }

    private async Task DeliverAsync(Alert alert, double withinS, CancellationToken cancellation)
    {
        long untold = System.Threading.Interlocked.Exchange(ref _untold, 0);
        AlertNotice notice = new(alert, time.GetUtcNow(), source, withinS, untold);
        string? reason = await TryDeliverAsync(notice, cancellation);
        if (reason is null)
        {
            System.Threading.Interlocked.Increment(ref _sent);
            _isFailing = false;
            return;
        }

        System.Threading.Interlocked.Increment(ref _failed);
        System.Threading.Interlocked.Add(ref _untold, untold);
        if (!_isFailing)
        {
            _isFailing = true;
            onTrouble?.Invoke($"{TelemetryCodes.NotDelivered} alerts do not reach {Name}: {reason}");
        }
    }

    // Null when it was delivered.
    private async Task<string?> TryDeliverAsync(AlertNotice notice, CancellationToken cancellation)
    {
        (string? reason, bool mayTryAgain) = await TryOnceAsync(notice, cancellation);
        TimeSpan wait = FirstWait;
        for (int attempt = 2; attempt <= Attempts && mayTryAgain; attempt++)
        {
            try
            {
                await Task.Delay(wait, time, cancellation);
            }
            catch (OperationCanceledException)
            {
                return reason;
            }

            wait *= 2;
            (reason, mayTryAgain) = await TryOnceAsync(notice, cancellation);
        }

        return reason;
    }

    private async Task<(string? Reason, bool MayTryAgain)> TryOnceAsync(AlertNotice notice, CancellationToken cancellation)
    {
        try
        {
            await route.Sink.SendAsync(notice, cancellation);
            return (null, false);
        }
        catch (AlertSinkException failure)
        {
            return (failure.Message, failure.MayTryAgain);
        }
        catch (OperationCanceledException)
        {
            return ("there was no time left", false);
        }
        catch (Exception failure)
        {
            // Whatever a sink does, the others and the run go on.
            return (failure.GetType().Name, false);
        }
    }
}
