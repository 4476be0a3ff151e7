using Interlock.Core.Observations;
using Interlock.Robots;
using Interlock.Robots.Cameras;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.PickAndPlace;
using Interlock.Simulation.Table;

namespace Interlock.Runtime.Worlds;

/// <summary>
/// The simulated arm at its table as a robot: six joints [rad] and the gripper [m], contact force, one cube, one goal. The world advances at
/// its own rate (30 Hz) by the time its calls tell it; a faster loop's newest command is taken when a step is due. Same seed and same calls,
/// same bytes; calls allocate nothing. The call in which a step is due computes all of it.
/// </summary>
public sealed class TableArmRobot : IRobot, IPicturedRobot
{
    private readonly ArmDescription _arm = TableArm.Description;
    private readonly TableTask _task;
    private readonly ArmWorld _world;
    private readonly TableTiming _timing;
    private readonly WorldWindow _window = new();
    private readonly MotionExtremes _extremes;
    private readonly double[] _command;
    private readonly double[] _accepted;
    private EpisodeStart _start;
    private long _step;
    private double _forceN;
    private bool _isStopped;
    private bool? _success;

    /// <summary>Builds the world and resets it to a scene.</summary>
    /// <param name="seed">Of scene, start and measurement noise; see <see cref="Reset"/>.</param>
    /// <param name="task">Null for <see cref="TableTask.ToLeft"/>, the demo's.</param>
    /// <param name="options">Null for the defaults of the world.</param>
    public TableArmRobot(ulong seed, TableTask? task = null, ArmWorldOptions? options = null)
    {
        _task = task ?? TableTask.ToLeft;
        _world = new ArmWorld(_arm, options);
        _timing = new TableTiming(_world.RateHz);
        _command = new double[_arm.ChannelCount];
        _accepted = new double[_arm.ChannelCount];
        _extremes = new MotionExtremes(_arm.ChannelCount);
        _start = EpisodeStart.Of(seed, _task);
        Description = new RobotDescription
        {
            Name = _arm.Name,
            Channels = [.. _arm.ChannelNames.Zip(_arm.ChannelUnits, (name, unit) => new RobotChannel(name, unit))],
            IsSimulated = true,
            MeasuresForce = true,
        };
        Reset(seed);
    }

    /// <inheritdoc />
    public RobotDescription Description { get; }

    /// <summary>What the motor drivers made of the last command: inside their encoders' range, and a NaN at its lower end.</summary>
    public ReadOnlySpan<double> Accepted => _accepted;

    /// <summary>Control rate of the world, Hz.</summary>
    public double RateHz => _world.RateHz;

    /// <summary>How the episode began: scene, configuration and seeds. Changes with <see cref="Reset"/> only.</summary>
    public EpisodeStart Start => Volatile.Read(ref _start);

    /// <summary>What goes on at the table now; from any thread.</summary>
    public WorldObservation Now => _window.Look();

    /// <summary>What the arm really did since the last reset, or since <see cref="RestartExtremes"/>. On the loop's thread.</summary>
    public MotionExtremes Extremes => _extremes;

    /// <inheritdoc />
    public int PicturedChannels => _arm.ChannelCount;

    /// <summary>A new episode. Not while a loop is running on the robot.</summary>
    /// <param name="seed">The same seed gives the scene, start and noise of <see cref="PickAndPlaceEpisode"/> with that seed.</param>
    public void Reset(ulong seed)
    {
        Volatile.Write(ref _start, EpisodeStart.Of(seed, _task));
        _world.Reset(_start.Seeds.World, _start.Configuration, _start.Scene);
        RestartExtremes();
        Take(_start.Configuration);
        _timing.Restart();
        _step = 0;
        _forceN = 0;
        _isStopped = false;
        _success = null;
        Publish();
    }

    /// <summary>Forgets the extremes so far, for instance when a fault sets in.</summary>
    public void RestartExtremes() => _extremes.Restart(_world.Positions);

    /// <summary>Acknowledges a stop; tripped drives stay tripped until <see cref="Reset"/>. Nothing moves before the next command.</summary>
    public void Connect() => _isStopped = false;

    /// <inheritdoc />
    public bool TryRead(RobotState state, long nowNs)
    {
        AdvanceTo(nowNs);
        _world.Measured.CopyTo(state.Positions);
        state.ForceN = _forceN;
        state.TorqueNm = null;
        state.TimestampNs = Math.Min(nowNs, _timing.TimeOf(_step));
        state.Sequence = _step;
        return true;
    }

    /// <inheritdoc />
    public bool TrySend(ReadOnlySpan<double> command, long nowNs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(command.Length, _command.Length);
        AdvanceTo(nowNs);
        if (!_isStopped && !_world.IsTripped)
        {
            Take(command);
        }

        return true;
    }

    /// <inheritdoc />
    public void RequestStop()
    {
        _isStopped = true;
        Take(_world.Positions);
    }

    /// <inheritdoc />
    public double ShareOfRange(int channel)
    {
        double position = _world.Positions[channel];
        return channel < _arm.JointCount
            ? (position - _arm.Joints[channel].MinRad) / (_arm.Joints[channel].MaxRad - _arm.Joints[channel].MinRad)
            : position / _arm.Gripper.MaxOpeningM;
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private void AdvanceTo(long nowNs)
    {
        for (int due = _timing.Due(_step, nowNs); due > 0; due--)
        {
            Step();
        }
    }

    private void Step()
    {
        // The extremes of a single step hold its peak force, which a contact shorter than a step would otherwise hide.
        _world.RestartExtremes();
        _world.Step(_command);
        _extremes.Include(_world.Extremes);
        _step++;
        _forceN = _world.Extremes.PeakForceN;
        if (_world.IsTripped)
        {
            Take(_world.Positions);
        }

        _success ??= Judge();
        Publish();
    }

    private void Take(ReadOnlySpan<double> command)
    {
        command.CopyTo(_command);
        for (int channel = 0; channel < _accepted.Length; channel++)
        {
            bool isGripper = channel == _arm.JointCount;
            _accepted[channel] = isGripper
                ? CommandDriver.TargetOf(command[channel], 0, _arm.Gripper.MaxOpeningM)
                : CommandDriver.TargetOf(command[channel], -CommandDriver.EncoderRangeRad, CommandDriver.EncoderRangeRad);
        }
    }

    private bool? Judge()
    {
        bool isOver = _world.IsTripped || _step >= PickAndPlaceTask.TimeLimitS * _world.RateHz;
        return !_world.IsTripped && PickAndPlaceTask.IsReached(_world, _start.Scene) ? true
            : isOver ? false
            : null;
    }

    private void Publish() => _window.Show(new WorldObservation(
        _step, _world.CubePosition, _world.IsCubeHeld, _world.Tool.Position, _world.IsTripped, _success));
}
