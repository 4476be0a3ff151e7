using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;

namespace Interlock.Robots.Matching;

/// <summary>
/// Any robot, presented in contract order and contract units. The last thing before a driver: a command that is not finite in the robot's
/// units is refused here, because drivers are known to turn NaN into an end stop (reference: LeRobot motor bus).
/// </summary>
public sealed class OrderedRobot : IRobot
{
    private readonly IRobot _robot;
    private readonly int[] _robotIndex;
    private readonly double[] _toRobot;
    private readonly double[] _command;
    private readonly double[] _accepted;
    private readonly RobotState _state;

    internal OrderedRobot(IRobot robot, ChannelMatch match)
    {
        if (!robot.Description.Channels.SequenceEqual(match.Robot.Channels))
        {
            throw new ArgumentException($"{robot.Description.Name} is not the robot that was matched.", nameof(robot));
        }

        _robot = robot;
        _robotIndex = [.. match.Channels.Select(channel => channel.RobotIndex)];
        _toRobot = [.. match.Channels.Select(channel => channel.ToRobot)];
        _command = new double[_robotIndex.Length];
        _accepted = new double[_robotIndex.Length];
        _state = new RobotState(_robotIndex.Length);
        Description = robot.Description with
        {
            Channels = [.. match.Channels.Select(channel => new RobotChannel(channel.Name, channel.ContractUnit))],
        };
    }

    /// <inheritdoc />
    public RobotDescription Description { get; }

    /// <summary>Commands that were kept from the robot because a value was not finite, since the start.</summary>
    public long RefusedCommands { get; private set; }

    /// <inheritdoc />
    public ReadOnlySpan<double> Accepted
    {
        get
        {
            ToContract(_robot.Accepted, _accepted);
            return _accepted;
        }
    }

    /// <inheritdoc />
    /// <exception cref="DiagnosticException">The robot cannot be reached or is another one (RB codes).</exception>
    public void Connect() => _robot.Connect();

    /// <inheritdoc />
    public bool TryRead(RobotState state, long nowNs)
    {
        if (!_robot.TryRead(_state, nowNs))
        {
            return false;
        }

        ToContract(_state.Positions, state.Positions);
        state.ForceN = _state.ForceN;
        state.TorqueNm = _state.TorqueNm;
        state.TimestampNs = _state.TimestampNs;
        state.Sequence = _state.Sequence;
        return true;
    }

    /// <inheritdoc />
    /// <returns>False also when a value is not finite; see <see cref="RefusedCommands"/>.</returns>
    public bool TrySend(ReadOnlySpan<double> command, long nowNs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(command.Length, _robotIndex.Length);
        bool finite = true;
        for (int channel = 0; channel < _robotIndex.Length; channel++)
        {
            double value = command[channel] * _toRobot[channel];
            finite &= double.IsFinite(value);
            _command[_robotIndex[channel]] = value;
        }

        if (!finite)
        {
            RefusedCommands++;
            return false;
        }

        return _robot.TrySend(_command, nowNs);
    }

    /// <inheritdoc />
    public void RequestStop() => _robot.RequestStop();

    /// <inheritdoc />
    public void Dispose() => _robot.Dispose();

    private void ToContract(ReadOnlySpan<double> fromRobot, Span<double> contract)
    {
        for (int channel = 0; channel < _robotIndex.Length; channel++)
        {
            contract[channel] = fromRobot[_robotIndex[channel]] / _toRobot[channel];
        }
    }
}
