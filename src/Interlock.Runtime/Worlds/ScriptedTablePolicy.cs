using Interlock.Policies;
using Interlock.Robots.Matching;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.PickAndPlace;
using Interlock.Simulation.Policies;

namespace Interlock.Runtime.Worlds;

/// <summary>
/// The built-in demonstration policy: picks the cube up and puts it on the goal. Positions of the arm come from the observation, those of the
/// cube from the world itself: it stands in for a policy that sees, it does not see.
/// </summary>
public sealed class ScriptedTablePolicy : IPolicy
{
    private readonly TableArmRobot _robot;
    private readonly ChannelMatch? _match;
    private readonly double _rateHz;
    private readonly ActionChunk _plan = new(ScriptedPolicy.Horizon, TableArm.Description.ChannelCount);
    private readonly double[] _measured = new double[TableArm.Description.ChannelCount];
    private ScriptedPolicy _policy;

    /// <summary>A policy for the table that a robot stands at.</summary>
    /// <param name="robot">The robot and its world; not taken over.</param>
    /// <param name="match">Order and units of observations and answers, the contract's; null for the robot's own.</param>
    /// <param name="rateHz">Policy steps per second; null for the world's rate.</param>
    public ScriptedTablePolicy(TableArmRobot robot, ChannelMatch? match = null, double? rateHz = null)
    {
        _robot = robot;
        _match = match;
        _rateHz = rateHz ?? robot.RateHz;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_rateHz, nameof(rateHz));
        _policy = NewPolicy(robot.Start.Seeds.Policy);
        Description = new PolicyDescription
        {
            Name = "scripted pick and place",
            Kind = "scripted",
            ActionDimension = _plan.Dimension,
            MaxRows = ScriptedPolicy.Horizon,
        };
    }

    /// <inheritdoc />
    public PolicyDescription Description { get; }

    /// <summary>The seed with which the policy does what it does in <see cref="PickAndPlaceEpisode"/> with the robot's seed.</summary>
    public ulong EpisodeSeed => _robot.Start.Seeds.Policy;

    /// <summary>Begins with the scene that the robot was reset to.</summary>
    /// <param name="seed">Of pace, aim and noise.</param>
    public void BeginEpisode(ulong seed) => _policy = NewPolicy(seed);

    /// <inheritdoc />
    public ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNotEqual(request.Observation.State.Length, _measured.Length, nameof(request));
        ToRobot(request.Observation.State.Span);
        WorldObservation world = _robot.Now;
        PolicyObservation observation = new()
        {
            Measured = _measured,
            Step = (int)Math.Clamp(request.Observation.Step, 0, int.MaxValue),
            CubePosition = world.CubePosition,
            IsCubeHeld = world.IsCubeHeld,
        };
        _policy.Plan(observation, _plan);
        chunk.Reset(_plan.Horizon);
        chunk.ObservedAtStep = request.Observation.Step;
        chunk.ObservedAtNs = request.Observation.TimestampNs;
        FromRobot(chunk.Actions);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private ScriptedPolicy NewPolicy(ulong seed)
    {
        EpisodeStart start = _robot.Start;
        return new ScriptedPolicy(TableArm.Description, _rateHz, start.Scene, start.Configuration, seed);
    }

    private void ToRobot(ReadOnlySpan<double> state)
    {
        if (_match is null)
        {
            state.CopyTo(_measured);
            return;
        }

        for (int channel = 0; channel < state.Length; channel++)
        {
            MatchedChannel matched = _match.Channels[channel];
            _measured[matched.RobotIndex] = state[channel] * matched.ToRobot;
        }
    }

    private void FromRobot(Span<double> actions)
    {
        if (_match is null)
        {
            _plan.Actions.CopyTo(actions);
            return;
        }

        for (int row = 0; row < _plan.Horizon; row++)
        {
            for (int channel = 0; channel < _plan.Dimension; channel++)
            {
                MatchedChannel matched = _match.Channels[channel];
                actions[(row * _plan.Dimension) + channel] = _plan.Row(row)[matched.RobotIndex] / matched.ToRobot;
            }
        }
    }
}
