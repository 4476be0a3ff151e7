using Interlock.Core.Observations;

namespace Interlock.Robots.Recording;

/// <summary>Any robot, with its newest commands and states kept in memory. Adds no allocation to the calls.</summary>
public sealed class RecordingRobot : IRobot
{
    private readonly IRobot _robot;

    /// <summary>Keeps what passes.</summary>
    /// <param name="robot">The robot; taken over and disposed of with this one.</param>
    /// <param name="capacity">Commands, and states, that are kept; 1 or more.</param>
    public RecordingRobot(IRobot robot, int capacity = 65_536)
    {
        _robot = robot;
        Commands = new RowRing(capacity, robot.Description.Channels.Count);
        States = new RowRing(capacity, robot.Description.Channels.Count);
    }

    /// <inheritdoc />
    public RobotDescription Description => _robot.Description;

    /// <inheritdoc />
    public ReadOnlySpan<double> Accepted => _robot.Accepted;

    /// <summary>Every command as it was sent, and whether it was taken.</summary>
    public RowRing Commands { get; }

    /// <summary>Every state as it was read; where the read failed, what the caller's state still held.</summary>
    public RowRing States { get; }

    /// <summary>Calls of <see cref="RequestStop"/>.</summary>
    public int StopRequests { get; private set; }

    /// <inheritdoc />
    public void Connect() => _robot.Connect();

    /// <inheritdoc />
    public bool TryRead(RobotState state, long nowNs)
    {
        bool read = _robot.TryRead(state, nowNs);
        States.Add(state.Positions, nowNs, read);
        return read;
    }

    /// <inheritdoc />
    public bool TrySend(ReadOnlySpan<double> command, long nowNs)
    {
        bool taken = _robot.TrySend(command, nowNs);
        Commands.Add(command, nowNs, taken);
        return taken;
    }

    /// <inheritdoc />
    public void RequestStop()
    {
        StopRequests++;
        _robot.RequestStop();
    }

    /// <inheritdoc />
    public void Dispose() => _robot.Dispose();
}
