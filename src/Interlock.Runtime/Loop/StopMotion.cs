using Interlock.Core.Contract;
using Interlock.Runtime.Trajectory;

namespace Interlock.Runtime.Loop;

/// <summary>Comes to rest from the present motion as fast as the contract's acceleration and jerk limits allow, and stays there.</summary>
internal sealed class StopMotion
{
    private const double NsPerS = 1e9;

    private readonly StopTrajectory _trajectory;
    private readonly StopLimits _limits;
    private readonly CommandHistory _history;
    private readonly bool[] _commandsRate;
    private readonly double _tickS;
    private readonly double[] _resting;
    private long _beganAtNs;

    public StopMotion(SafetyContract contract, double rateHz, CommandHistory history)
    {
        int channels = contract.Channels.Count;
        _trajectory = new StopTrajectory(channels);
        _limits = StopLimits.Of(contract);
        _history = history;
        _commandsRate = [.. contract.Channels.Select(contract.CommandsRate)];
        _resting = new double[channels];
        _tickS = 1 / rateHz;
    }

    /// <summary>True from the first tick of a stop until <see cref="End"/>.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>True when there is nothing left to slow down.</summary>
    public bool IsAtRest(long nowNs) => !IsUnderWay || SinceS(nowNs) >= _trajectory.DurationS;

    public void End() => IsUnderWay = false;

    /// <summary>The command of this tick; plans the stop at the first. False before any command: there is nowhere to stay.</summary>
    public bool Next(long nowNs, Span<double> command)
    {
        if (_history.Last.IsEmpty)
        {
            return false;
        }

        if (!IsUnderWay)
        {
            Plan(nowNs);
        }

        Follow(nowNs, command);
        return true;
    }

    private void Plan(long nowNs)
    {
        IsUnderWay = true;
        // The last command was due a tick ago; the stop begins there.
        _beganAtNs = nowNs - (long)(_tickS * NsPerS);
        _history.Last.CopyTo(_resting);
        _trajectory.Plan(_history.Last, _history.VelocityPerS, _history.AccelerationPerS2, _limits);
    }

    private void Follow(long nowNs, Span<double> command)
    {
        if (_trajectory.IsPlanned)
        {
            _trajectory.At(SinceS(nowNs), command);
        }
        else
        {
            _resting.CopyTo(command);
        }

        for (int i = 0; i < command.Length; i++)
        {
            command[i] = _commandsRate[i] ? 0 : command[i];
        }
    }

    private double SinceS(long nowNs) => (nowNs - _beganAtNs) / NsPerS;
}
