using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Geometry;
using Interlock.Simulation.Policies;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.PickAndPlace;

/// <summary>
/// A stand-in for a learned chunk policy: it answers an observation with H absolute joint targets that follow human-like
/// way-points, with noise, waits when the arm is not where it should be, and picks the cube up again when it was lost.
/// </summary>
public sealed class ScriptedPolicy
{
    /// <summary>Actions per chunk, H.</summary>
    public const int Horizon = 16;

    /// <summary>Steps after which a new chunk is asked for.</summary>
    public const int ReplanEvery = 8;

    /// <summary>Time by which the servos trail the targets; the policy expects the arm there.</summary>
    private const double ServoLagS = 0.11;

    private const int MaxRegrasps = 2;
    private const double ReachM = 0.40;

    private readonly ArmDescription _arm;
    private readonly double _dtS;
    private readonly InverseKinematics _inverse;
    private readonly TableScene _scene;
    private readonly OperatorStyle _style;
    private readonly HandTremor _tremor;
    private readonly Deviation _deviation;
    private readonly double[] _expected;
    private readonly double[] _configuration;
    private WaypointPath _path;
    private double _progressS;
    private int _plannedAtStep;
    private int _regrasps;

    /// <summary>Creates the policy for one episode.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="rateHz">Control rate.</param>
    /// <param name="scene">Where the cube is and where it has to go.</param>
    /// <param name="start">Configuration of the arm at the start: joints [rad], gripper [m].</param>
    /// <param name="seed">Seed of pace, aim and noise.</param>
    public ScriptedPolicy(ArmDescription arm, double rateHz, TableScene scene, ReadOnlySpan<double> start, ulong seed)
    {
        SeededRandom random = new(seed);
        _arm = arm;
        _dtS = 1 / rateHz;
        _scene = scene;
        _inverse = new InverseKinematics(arm);
        _style = new OperatorStyle(random);
        _tremor = new HandTremor(arm.ChannelCount, rateHz, random);
        _deviation = new Deviation(arm.JointCount);
        _expected = new double[arm.ChannelCount];
        _configuration = start.ToArray();
        _path = PickAndPlacePlanner.Plan(WhereItStarts(start), scene.CubeStart, scene, _style);
    }

    /// <summary>True when the last way-point was reached.</summary>
    public bool IsDone => _progressS >= _path.DurationS + ServoLagS;

    /// <summary>Answers an observation.</summary>
    /// <param name="observation">What is seen now.</param>
    /// <param name="chunk">Filled with H actions from the observed step on.</param>
    public void Plan(in PolicyObservation observation, ActionChunk chunk)
    {
        Advance(observation);
        chunk.FirstStep = observation.Step;
        chunk.ObservedAtStep = observation.Step;
        _tremor.BeginChunk();
        for (int row = 0; row < chunk.Horizon; row++)
        {
            double aheadS = (row + 1) * _dtS;
            Span<double> action = chunk.Row(row);
            double timeS = _deviation.IsLost ? _progressS : _progressS + aheadS;
            Configure(timeS, action);
            _deviation.ApplyTo(action, aheadS);
            _tremor.AddTo(action, _path.ToolSpeedAt(timeS));
            if (row == ReplanEvery - 1)
            {
                _tremor.EndExecutedPart();
            }
        }
    }

    private void Advance(in PolicyObservation observation)
    {
        double elapsedS = (observation.Step - _plannedAtStep) * _dtS;
        _plannedAtStep = observation.Step;
        _progressS += _deviation.IsLost ? 0 : elapsedS;
        Configure(Math.Max(0, _progressS - ServoLagS), _expected);
        _deviation.Measure(_expected, observation.Measured);
        if (HasLostCube(observation) && _regrasps < MaxRegrasps)
        {
            _regrasps++;
            _path = PickAndPlacePlanner.Plan(_path.At(_progressS), observation.CubePosition, _scene, _style);
            _progressS = 0;
        }
    }

    private bool HasLostCube(in PolicyObservation observation) =>
        !observation.IsCubeHeld
        && observation.CubePosition.HorizontalLength < ReachM
        && _path.StageAt(_progressS) is Stage.Lift or Stage.Carry or Stage.Lower;

    private void Configure(double timeS, Span<double> action)
    {
        Waypoint waypoint = _path.At(timeS);
        _inverse.Solve(Pose.ToolDown(waypoint.Position, waypoint.YawRad), _configuration);
        _configuration.AsSpan(0, _arm.JointCount).CopyTo(action);
        action[^1] = waypoint.OpeningM;
    }

    private Waypoint WhereItStarts(ReadOnlySpan<double> start)
    {
        KinematicChain chain = new(_arm);
        chain.MoveTo(start);
        return new Waypoint(Stage.Start, chain.Tool.Position, 0, start[^1], 0);
    }
}
