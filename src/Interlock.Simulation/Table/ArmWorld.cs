using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Table;

/// <summary>
/// An arm at a table with one cube, driven like a robot: joint and gripper targets in, measured positions out, at a fixed
/// rate. The same seed and the same commands give the same bytes.
/// </summary>
public sealed class ArmWorld
{
    /// <summary>Change of tool velocity over one control step that the fingers can pass on to the cube; above it the cube slips.</summary>
    private const double GripAccelerationMPerS2 = 8;

    /// <summary>Contact force at which the drives trip.</summary>
    private const double TripForceN = 150;

    private readonly ArmWorldOptions _options;
    private readonly ServoArm _servos;
    private readonly KinematicChain _chain;
    private readonly TableContact _contact;
    private readonly Cube _cube = new();
    private readonly double[] _measured;
    private SeededRandom _noise = new(0);
    private Vector3d _toolVelocity;

    /// <summary>Creates the world; <see cref="Reset"/> comes before the first step.</summary>
    public ArmWorld(ArmDescription arm, ArmWorldOptions? options = null)
    {
        _options = options ?? new ArmWorldOptions();
        _options.Validate();
        Arm = arm;
        _servos = new ServoArm(arm);
        _chain = new KinematicChain(arm);
        _contact = new TableContact(arm, _chain);
        _measured = new double[arm.ChannelCount];
        Extremes = new MotionExtremes(arm.ChannelCount);
    }

    /// <summary>The arm at the table.</summary>
    public ArmDescription Arm { get; }

    /// <summary>Control rate, in hertz.</summary>
    public double RateHz => _options.RateHz;

    /// <summary>Measured joint angles [rad] and gripper opening [m], as of the last step.</summary>
    public ReadOnlySpan<double> Measured => _measured;

    /// <summary>True joint angles [rad] and gripper opening [m], without measurement noise.</summary>
    public ReadOnlySpan<double> Positions => _servos.Positions;

    /// <summary>True joint velocities [rad/s] and finger velocity [m/s].</summary>
    public ReadOnlySpan<double> Velocities => _servos.Velocities;

    /// <summary>X_WT: true pose of the tool.</summary>
    public Pose Tool => _chain.Tool;

    /// <summary>p_WC: centre of the cube, in metres.</summary>
    public Vector3d CubePosition => _cube.Position;

    /// <summary>True while the fingers hold the cube.</summary>
    public bool IsCubeHeld => _cube.IsHeld;

    /// <summary>True while the cube lies on the table.</summary>
    public bool IsCubeOnTable => _cube.IsOnTable;

    /// <summary>True once the drives have tripped, on a mechanical stop or on the table; no command is followed until the next reset.</summary>
    public bool IsTripped => _servos.IsTripped;

    /// <summary>What the arm really did since the last reset, or since <see cref="RestartExtremes"/>.</summary>
    public MotionExtremes Extremes { get; }

    /// <summary>Puts the arm to rest at <paramref name="start"/> and the cube to its place.</summary>
    /// <param name="seed">Seed of the measurement noise.</param>
    /// <param name="start">Joint angles [rad] and gripper opening [m].</param>
    /// <param name="scene">Where the cube lies.</param>
    public void Reset(ulong seed, ReadOnlySpan<double> start, TableScene scene)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(start.Length, Arm.ChannelCount);
        _noise = new SeededRandom(seed);
        _servos.Reset(start);
        _chain.MoveTo(start);
        _cube.Reset(scene.CubeStart, _servos.GripperOpeningM);
        _toolVelocity = Vector3d.Zero;
        Extremes.Restart(start);
        Measure();
    }

    /// <summary>Forgets the extremes so far, for instance when a fault sets in.</summary>
    public void RestartExtremes() => Extremes.Restart(Positions);

    /// <summary>Sends one command and lets one control period pass.</summary>
    /// <param name="command">Target joint angles [rad] and gripper opening [m]; anything, NaN included, reaches the motor drivers.</param>
    /// <returns>Measured positions after the period, in the same order.</returns>
    public ReadOnlySpan<double> Step(ReadOnlySpan<double> command)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(command.Length, Arm.ChannelCount);
        _servos.Send(command);
        for (int subStep = 0; subStep < _options.SubSteps; subStep++)
        {
            if (subStep == _options.LatencySubSteps)
            {
                _servos.Deliver();
            }

            AdvancePhysics();
        }

        LoseGripWhenJerked();
        Measure();
        return Measured;
    }

    private void AdvancePhysics()
    {
        _contact.Update(Velocities);
        _servos.Advance(_options.PhysicsStepS, _contact.Acceleration, _cube.LowestOpeningM);
        _chain.MoveTo(Positions);
        _cube.Advance(Tool, _servos.GripperOpeningM, _options.PhysicsStepS);
        Extremes.Observe(Positions, Velocities, _contact.ForceN);
        if (_contact.ForceN > TripForceN)
        {
            _servos.Trip();
        }
    }

    private void LoseGripWhenJerked()
    {
        Vector3d velocity = Vector3d.Zero;
        for (int joint = 0; joint < Arm.JointCount; joint++)
        {
            velocity += Velocities[joint] * _chain.LinearColumn(joint, Tool.Position);
        }

        if ((velocity - _toolVelocity).Length * RateHz > GripAccelerationMPerS2)
        {
            _cube.Drop();
        }

        _toolVelocity = velocity;
    }

    private void Measure()
    {
        for (int channel = 0; channel < _measured.Length; channel++)
        {
            double deviation = channel < Arm.JointCount ? _options.JointNoiseRad : _options.GripperNoiseM;
            _measured[channel] = Positions[channel] + (deviation * _noise.NextNormal());
        }
    }
}
