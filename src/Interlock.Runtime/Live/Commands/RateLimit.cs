namespace Interlock.Runtime.Live.Commands;

/// <summary>So many at once, and so many per second. For one thread.</summary>
internal sealed class RateLimit(double perS, double burst, TimeProvider time)
{
    private readonly double _burst = burst;
    private double _left = burst;
    private long _last = time.GetTimestamp();

    public bool Take()
    {
        long now = time.GetTimestamp();
        _left = Math.Min(_burst, _left + (time.GetElapsedTime(_last, now).TotalSeconds * perS));
        _last = now;
        if (_left < 1)
        {
            return false;
        }

        _left--;
        return true;
    }
}
