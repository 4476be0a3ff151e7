using Interlock.Core.Episodes;
using Interlock.Guard;

namespace Interlock.Evaluation.Replay;

/// <summary>Runs recorded episodes through a guard. Every episode starts anew: no pose, window or latch is carried over.</summary>
public sealed class EpisodeReplay
{
    private readonly ActionGuard _guard;
    private readonly ChannelMapping _mapping;
    private readonly bool _startFromState;
    private readonly double[] _raw;
    private readonly double[] _sent;

    /// <summary>Sets up a replay.</summary>
    /// <param name="guard">The guard.</param>
    /// <param name="mapping">How the source's channels lie in the contract.</param>
    /// <param name="startFromState">True to limit the first command from the recorded state, where it has as many channels as the action.</param>
    public EpisodeReplay(ActionGuard guard, ChannelMapping mapping, bool startFromState = false)
    {
        _guard = guard;
        _mapping = mapping;
        _startFromState = startFromState;
        _raw = new double[guard.ChannelCount];
        _sent = new double[guard.ChannelCount];
    }

    /// <summary>Called for every step.</summary>
    public delegate void StepObserver(in ReplayStep step);

    /// <summary>Runs one episode and returns its totals.</summary>
    public EpisodeTotals Run(Episode episode, StepObserver? observer = null)
    {
        Begin(episode);
        EpisodeTotals totals = new(_guard, episode);
        for (int step = 0; step < episode.Length; step++)
        {
            _mapping.Apply(episode.Action(step), _raw);
            StepResult result = _guard.Step(_raw, _sent);
            totals.Observe(result);
            observer?.Invoke(new ReplayStep
            {
                Episode = episode.Index,
                Step = step,
                Raw = _raw,
                Safe = result.IsEnforced || !result.HasCommand ? _sent : _guard.GuardedCommand,
                Executed = _sent,
                Result = result,
                Success = episode.Success,
                Guard = _guard,
            });
        }

        totals.Finish();
        return totals;
    }

    private void Begin(Episode episode)
    {
        _guard.ResetLatch();
        if (_startFromState && episode.StateDimension == episode.ActionDimension && episode.Length > 0)
        {
            _mapping.Apply(episode.State(0), _raw);
            _guard.BeginEpisode(_raw);
        }
        else
        {
            _guard.BeginEpisode();
        }
    }
}
