using Interlock.Core.Contract;

namespace Interlock.Guard.Reactions;

/// <summary>Finds pauses after which the last command says nothing any more about where the robot is.</summary>
internal sealed class GapDetector
{
    /// <summary>A pause of this many periods is more than jitter.</summary>
    private const double GapPeriods = 5;

    private const double NsPerS = 1e9;
    private const double NsPerMs = 1e6;

    private readonly double _longestPauseNs;
    private long? _lastNs;

    public GapDetector(SafetyContract contract)
    {
        double periodsNs = contract.RateHz is { } rate ? GapPeriods / rate * NsPerS : double.PositiveInfinity;
        double watchdogNs = (contract.Watchdog?.MaxAgeMs ?? 0) * NsPerMs;
        _longestPauseNs = Math.Max(periodsNs, watchdogNs);
    }

    /// <summary>True when more time passed since the last step than jitter explains, or when time ran backwards.</summary>
    public bool Observe(long? timestampNs)
    {
        if (timestampNs is not { } now)
        {
            return false;
        }

        double? pause = (double)now - _lastNs;
        _lastNs = now;
        return pause > _longestPauseNs || pause < 0;
    }

    public void Reset() => _lastNs = null;
}
