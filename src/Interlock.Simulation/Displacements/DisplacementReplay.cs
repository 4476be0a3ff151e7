using Interlock.Simulation.Arm;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.Geometry;
using Interlock.Simulation.PickAndPlace;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Displacements;

/// <summary>
/// Replays a demonstration open loop: same start, same scene, same sensor noise, the recorded actions one by one through a transform.
/// Without a transform it repeats the demonstration.
/// </summary>
public sealed class DisplacementReplay
{
    private readonly DisplacementDemonstration _demonstration;
    private readonly ActionTransform _transform;
    private readonly IActionFilter _onAction;
    private readonly IActionFilter _onTarget;
    private readonly EpisodeStart _start;
    private readonly ArmWorld _world = new(TableArm.Description);
    private readonly DisplacementController _controller = new();
    private readonly double[] _measured;
    private readonly double[] _action;
    private readonly double[] _target;

    private DisplacementReplay(DisplacementDemonstration demonstration, ActionTransform transform, ReplayFilters filters)
    {
        _demonstration = demonstration;
        _transform = transform;
        _onAction = filters.OnAction ?? new PassThrough();
        _onTarget = filters.OnTarget ?? new PassThrough();
        _start = EpisodeStart.Of(demonstration.Seed, demonstration.Task);
        _measured = new double[_world.Arm.ChannelCount];
        _action = new double[_world.Arm.ChannelCount];
        _target = new double[_world.Arm.ChannelCount];
    }

    /// <summary>Runs a replay to its end.</summary>
    /// <param name="demonstration">The demonstration.</param>
    /// <param name="transform">What becomes of each action; null for nothing.</param>
    /// <param name="steps">The steps to replay, in order; null for all.</param>
    /// <param name="filters">What stands between action and arm; null for nothing.</param>
    public static ReplayRun Run(
        DisplacementDemonstration demonstration, ActionTransform? transform = null, IReadOnlyList<int>? steps = null, ReplayFilters? filters = null)
    {
        ActionTransform applied = transform ?? ((action, unchanged) => action.CopyTo(unchanged));
        return new DisplacementReplay(demonstration, applied, filters ?? ReplayFilters.None)
            .Run(steps ?? [.. Enumerable.Range(0, demonstration.Actions.Length)]);
    }

    private ReplayRun Run(IReadOnlyList<int> steps)
    {
        int channels = _target.Length;
        Pose[] tool = new Pose[steps.Count];
        double[] decoded = new double[steps.Count * channels];
        double[] sent = new double[steps.Count * channels];
        Begin();
        for (int step = 0; step < steps.Count; step++)
        {
            Span<double> command = sent.AsSpan(step * channels, channels);
            Step(step, _demonstration.Actions.Action(steps[step]), decoded.AsSpan(step * channels, channels), command);
            tool[step] = _world.Tool;
        }

        return new ReplayRun
        {
            Success = !_world.IsTripped && PickAndPlaceTask.IsReached(_world, _start.Scene),
            Tripped = _world.IsTripped,
            Tool = tool,
            Decoded = decoded,
            Sent = sent,
            Extremes = _world.Extremes,
        };
    }

    private void Begin()
    {
        _world.Reset(_start.Seeds.World, _start.Configuration, _start.Scene);
        _controller.ObserveSent(_start.Configuration);
        _onAction.Begin(MeasuredAsAction());
        _onTarget.Begin(_world.Measured);
    }

    private void Step(int step, ReadOnlySpan<double> recorded, Span<double> decoded, Span<double> command)
    {
        _transform(recorded, decoded);
        _onAction.Filter(new ProposedAction { Raw = decoded, Measured = MeasuredAsAction(), Step = step, IsChunkStart = false, AgeS = 0 }, _action);
        _controller.Compose(_action, _target);
        _onTarget.Filter(new ProposedAction { Raw = _target, Measured = _world.Measured, Step = step, IsChunkStart = false, AgeS = 0 }, command);
        _controller.ObserveSent(command);
        _world.Step(command);
    }

    /// <summary>What was measured, in the channels of an action: of a displacement nothing is measured, it rests at zero.</summary>
    private double[] MeasuredAsAction()
    {
        _measured[^1] = DisplacementController.GripperActionOf(_world.Measured[^1]);
        return _measured;
    }
}
