using Interlock.Core.Episodes;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Faults;
using Interlock.Simulation.PickAndPlace;
using Interlock.Simulation.Policies;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Episodes;

/// <summary>Runs one episode: policy → fault → filter → arm, one action per control step.</summary>
public sealed class PickAndPlaceEpisode
{
    private readonly ArmWorld _world;
    private readonly TableScene _scene;
    private readonly ScriptedPolicy _policy;
    private readonly PolicyFault? _fault;
    private readonly IActionFilter _filter;
    private readonly ActionChunk _chunk;
    private readonly EpisodeTrace _trace;
    private readonly double[] _seen;
    private readonly int _maxSteps;

    private PickAndPlaceEpisode(EpisodeStart start, ArmWorldOptions options, PolicyFault? fault, IActionFilter filter)
    {
        ArmDescription arm = TableArm.Description;
        _scene = start.Scene;
        _world = new ArmWorld(arm, options);
        _world.Reset(start.Seeds.World, start.Configuration, _scene);
        _policy = new ScriptedPolicy(arm, options.RateHz, _scene, start.Configuration, start.Seeds.Policy);
        _fault = fault;
        _fault?.Reset(start.Seeds.Fault, arm.JointCount);
        _fault?.ObserveSent(start.Configuration);
        _filter = filter;
        _chunk = new ActionChunk(ScriptedPolicy.Horizon, arm.ChannelCount);
        _trace = new EpisodeTrace(arm.ChannelCount, options.RateHz);
        _seen = new double[arm.ChannelCount];
        _maxSteps = (int)(PickAndPlaceTask.TimeLimitS * options.RateHz);
    }

    /// <summary>Runs an episode to its end.</summary>
    /// <param name="seed">Seed of everything random in it. The same seed gives the same scene, noise and fault with and without a filter.</param>
    /// <param name="index">Number of the episode in its recording.</param>
    /// <param name="fault">What goes wrong with the policy; null for nothing.</param>
    /// <param name="filter">What stands between policy and arm; null for nothing.</param>
    /// <param name="options">The world; null for its defaults.</param>
    /// <param name="task">The task; null for the demo's, <see cref="TableTask.ToLeft"/>.</param>
    public static EpisodeOutcome Run(
        ulong seed,
        int index = 0,
        PolicyFault? fault = null,
        IActionFilter? filter = null,
        ArmWorldOptions? options = null,
        TableTask? task = null)
    {
        EpisodeStart start = EpisodeStart.Of(seed, task ?? TableTask.ToLeft);
        return new PickAndPlaceEpisode(start, options ?? new ArmWorldOptions(), fault, filter ?? new PassThrough()).Run(index);
    }

    private EpisodeOutcome Run(int index)
    {
        _filter.Begin(_world.Measured);
        int step = 0;
        while (step < _maxSteps && !_policy.IsDone)
        {
            Step(step++);
        }

        bool success = !_world.IsTripped && PickAndPlaceTask.IsReached(_world, _scene);
        Episode episode = _trace.ToEpisode(index, success);
        return new EpisodeOutcome
        {
            Episode = episode,
            ExecutedActions = _trace.ExecutedActions,
            Extremes = _world.Extremes,
            Success = success,
        };
    }

    private void Step(int step)
    {
        if (step == _fault?.OnsetStep)
        {
            _world.RestartExtremes();
        }

        int row = step % ScriptedPolicy.ReplanEvery;
        if (row == 0)
        {
            AskPolicy(step);
        }

        ProposedAction proposed = new()
        {
            Raw = _chunk.Row(row),
            Measured = _world.Measured,
            Step = step,
            IsChunkStart = row == 0,
            AgeS = (step - _chunk.ObservedAtStep) / _world.RateHz,
        };
        Span<double> executed = _trace.Add(proposed);
        _filter.Filter(proposed, executed);
        _fault?.ObserveSent(executed);
        _world.Step(executed);
    }

    private void AskPolicy(int step)
    {
        _world.Measured.CopyTo(_seen);
        _fault?.DistortObservation(step, _seen);
        PolicyObservation observation = new()
        {
            Measured = _seen,
            Step = step,
            CubePosition = _world.CubePosition,
            IsCubeHeld = _world.IsCubeHeld,
        };
        _policy.Plan(observation, _chunk);
        _fault?.Corrupt(_chunk);
        _filter.ObserveChunk(_chunk.Actions, _chunk.Horizon);
    }
}
