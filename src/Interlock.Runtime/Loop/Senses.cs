using Interlock.Core.Contract;
using Interlock.Core.Observations;
using Interlock.Robots;
using Interlock.Runtime.Sensing;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Loop;

/// <summary>What the loop knows of the robot and its cameras at a tick.</summary>
internal sealed class Senses
{
    private readonly IRobot _robot;
    private readonly CameraHub _cameras;
    private readonly FreezeDetector _freeze;
    private bool _commandWasRefused;

    /// <param name="robot">Channels in the contract's order.</param>
    /// <param name="cameras">Their ages count as observation age.</param>
    /// <param name="contract">Gives the channels' spans.</param>
    public Senses(IRobot robot, CameraHub cameras, SafetyContract contract)
    {
        _robot = robot;
        _cameras = cameras;
        _freeze = new FreezeDetector([.. contract.Channels.Select(channel => channel.Max - channel.Min ?? double.PositiveInfinity)]);
        State = new RobotState(contract.Channels.Count);
    }

    /// <summary>The newest measurement.</summary>
    public RobotState State { get; }

    /// <summary>False until something was measured, and while what is measured is not a number.</summary>
    public bool HasState { get; private set; }

    /// <summary>True once <see cref="State"/> holds a measurement, whatever its values.</summary>
    public bool WasRead { get; private set; }

    /// <summary>True when this tick's read and the last tick's command went through.</summary>
    public RobotHealth Health { get; private set; }

    /// <summary>Age of the measurement, ns.</summary>
    public long StateAgeNs { get; private set; } = SupervisorInput.NeverSeenNs;

    /// <summary>See <see cref="FreezeDetector.FrozenNs"/>.</summary>
    public long? FrozenNs => _freeze.FrozenNs;

    /// <summary>Age of the camera stream that is worst off, ns; null where no camera has a limit on its age.</summary>
    public long? ObservationAgeNs { get; private set; }

    /// <summary>True when a camera is older than its own limit.</summary>
    public bool IsObservationTooOld { get; private set; }

    public void Read(long nowNs, ReadOnlySpan<double> lastCommand)
    {
        bool read = _robot.TryRead(State, nowNs);
        Health = !read ? RobotHealth.Lost : _commandWasRefused ? RobotHealth.Refusing : RobotHealth.Up;
        _commandWasRefused = false;
        WasRead |= read;
        HasState = read ? IsFinite(State.Positions) : HasState;
        StateAgeNs = HasState ? nowNs - State.TimestampNs : SupervisorInput.NeverSeenNs;
        if (read)
        {
            _freeze.Observe(State.Positions, lastCommand, nowNs);
        }

        long? age = _cameras.WorstAgeNs(nowNs, out bool tooOld);
        IsObservationTooOld = tooOld;
        ObservationAgeNs = _cameras.Feeds.Count == 0 ? null : age ?? (tooOld ? SupervisorInput.NeverSeenNs : null);
    }

    /// <summary>The robot did not take a command.</summary>
    public void CommandRefused() => _commandWasRefused = true;

    public void RestartFreeze() => _freeze.Restart();

    private static bool IsFinite(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
