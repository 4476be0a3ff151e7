using Interlock.Core.Contract;
using Interlock.Runtime.Trajectory;

namespace Interlock.Runtime.Loop;

/// <summary>Comes to rest from the present motion as fast as the contract's acceleration and jerk limits allow, and stays there.</summary>
internal sealed class StopMotion
{
    private const double NsPerS = 1e9;

    private readonly StopTrajectory _stop;
    private readonly CommandHistory _history;
    private long _beganAtNs;

    public StopMotion(SafetyContract contract, double rateHz, CommandHistory history)
    {
        _stop = StopTrajectory.For(contract, rateHz);
        _history = history;
    }

    /// <summary>True from the first tick of a stop until <see cref="End"/>.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>True when there is nothing left to slow down.</summary>
    public bool IsAtRest(long nowNs) => !IsUnderWay || (nowNs - _beganAtNs) / NsPerS >= _stop.DurationS;

    public void End() => IsUnderWay = false;

    /// <summary>The command of this tick; plans the stop at the first. False before any command: there is nowhere to stay.</summary>
    public bool Next(long nowNs, double tickS, Span<double> command)
    {
        if (_history.Last.IsEmpty)
        {
            return false;
        }

        if (!IsUnderWay)
        {
            IsUnderWay = true;
            _beganAtNs = nowNs - (long)(tickS * NsPerS);
            _stop.Plan(_history.Last, _history.VelocityPerS, _history.AccelerationPerS2);
        }

        _stop.At((nowNs - _beganAtNs) / NsPerS, command);
        return true;
    }
}
