namespace Interlock.Runtime.Loop;

/// <summary>
/// The time that the guard is told. After a pause the guard takes the measured state for the last command; a robot that is commanded positions
/// goes on to its last command when the loop stalls for some ticks, and its measurement lags behind, so that short stalls are kept from the
/// guard: the command would jump back by the lag.
/// </summary>
internal sealed class GuardTime(double controlPeriodNs)
{
    // Drivers give up waiting for commands after about this time (ours); up to it the last command is where the robot is or goes.
    private const long LongestStallNs = 100_000_000;

    private long? _lastNs;
    private long _toldNs;

    /// <summary>What to tell at a tick.</summary>
    public long At(long nowNs)
    {
        long pauseNs = nowNs - (_lastNs ?? nowNs);
        _lastNs = nowNs;
        _toldNs += pauseNs > LongestStallNs ? pauseNs : Math.Min(pauseNs, (long)controlPeriodNs);
        return _toldNs;
    }
}
