namespace Interlock.Runtime.Telemetry.Alerts;

/// <summary>So many at once, and so many a minute.</summary>
internal sealed class TokenBucket(double perMinute, int burst)
{
    private double _tokens = burst;
    private DateTimeOffset? _filledAt;

    public bool TryTake(DateTimeOffset now)
    {
        double minutes = Math.Max(0, (now - (_filledAt ?? now)).TotalMinutes);
        _tokens = Math.Min(burst, _tokens + (minutes * perMinute));
        _filledAt = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
