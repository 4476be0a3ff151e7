using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Local;

/// <summary>
/// Moves from the present state through waypoints, smoothly: each chunk is the minimum-jerk curve from the measured state, with the
/// velocity that the plan has at that time, to rest at the next waypoint at its time. Row i is the place to be at the end of step s + i.
/// A NaN in the state gives NaN in that channel. Limits are not its business: the guard has them.
/// </summary>
public sealed class WaypointPolicy : IPolicy
{
    private readonly WaypointScript _script;
    private readonly double[] _anchor;
    private readonly MinimumJerk[] _curves;
    private double? _anchorS;

    /// <summary>Creates the policy.</summary>
    /// <param name="script">The waypoints, in the order of the robot's channels; see <see cref="WaypointScript.ForChannels"/>.</param>
    /// <exception cref="DiagnosticException">PO175: the script contradicts itself.</exception>
    public WaypointPolicy(WaypointScript script)
    {
        WaypointReader.Check(script);
        _script = script;
        _anchor = new double[script.Channels.Count];
        _curves = new MinimumJerk[script.Channels.Count];
        Description = new PolicyDescription
        {
            Name = script.Name,
            Kind = "scripted",
            ActionDimension = script.Channels.Count,
            MaxRows = script.Rows,
        };
    }

    /// <inheritdoc />
    public PolicyDescription Description { get; }

    /// <inheritdoc />
    public void BeginEpisode(ulong seed) => _anchorS = null;

    /// <inheritdoc />
    public ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ReadOnlySpan<double> state = request.Observation.State.Span;
        ObservationCheck.Length(state, Description);
        double nowS = Math.Max(0, request.Observation.Step / _script.RateHz);
        Anchor(state, nowS);
        Answer.Begin(chunk, request.Observation, Description, _script.Rows);
        Plan(state, nowS);
        int planned = GoalAfter(nowS);
        for (int row = 0; row < chunk.Rows; row++)
        {
            double timeS = nowS + ((row + 1) / _script.RateHz);
            Follow(timeS, ref planned);
            for (int j = 0; j < _curves.Length; j++)
            {
                chunk.Row(row)[j] = _curves[j].PositionAt(timeS - CurveStartS(planned, nowS));
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private void Anchor(ReadOnlySpan<double> state, double nowS)
    {
        foreach (double value in state)
        {
            if (!double.IsFinite(value))
            {
                return;
            }
        }

        if (_anchorS is null || nowS < _anchorS)
        {
            state.CopyTo(_anchor);
            _anchorS = nowS;
        }
    }

    /// <summary>Curves from the measured state to the next goal, entered with the plan's velocity and acceleration.</summary>
    private void Plan(ReadOnlySpan<double> state, double nowS)
    {
        int goal = GoalAfter(nowS);
        double leftS = TimeOf(goal) - nowS;
        for (int j = 0; j < _curves.Length; j++)
        {
            (_, double velocity, double acceleration) = leftS > 0 && _anchorS is not null ? Segment(goal, j).At(nowS - SegmentStartS(goal)) : default;
            _curves[j] = new MinimumJerk(state[j], velocity, acceleration, PositionOf(goal)[j], Math.Max(leftS, double.Epsilon));
        }
    }

    /// <summary>Goes on to the segment in which a time lies.</summary>
    private void Follow(double timeS, ref int planned)
    {
        int goal = GoalAfter(timeS);
        if (goal == planned)
        {
            return;
        }

        planned = goal;
        for (int j = 0; j < _curves.Length; j++)
        {
            // A channel whose state is unknown stays unknown for the whole chunk.
            double unknown = 0 * _curves[j].Start;
            MinimumJerk segment = Segment(goal, j);
            _curves[j] = segment with { Start = segment.Start + unknown, Goal = segment.Goal + unknown };
        }
    }

    private MinimumJerk Segment(int goal, int channel) => new(
        goal == 0 || SegmentStartS(goal) == _anchorS ? _anchor[channel] : PositionOf(goal - 1)[channel],
        0,
        0,
        PositionOf(goal)[channel],
        Math.Max(TimeOf(goal) - SegmentStartS(goal), double.Epsilon));

    private double CurveStartS(int goal, double nowS) => Math.Max(SegmentStartS(goal), nowS);

    /// <summary>When the motion to a goal begins: at the goal before it, or when the episode was first seen.</summary>
    private double SegmentStartS(int goal) => Math.Max(goal == 0 ? 0 : TimeOf(goal - 1), _anchorS ?? 0);

    /// <summary>Number of the first waypoint after a time, counted through all rounds; the last one for ever where nothing repeats.</summary>
    private int GoalAfter(double timeS)
    {
        int count = _script.Waypoints.Count;
        double roundS = _script.Waypoints[^1].AtS;
        long round = _script.Repeat ? Math.Min((long)(timeS / roundS), (int.MaxValue / count) - 1) : 0;
        int goal = (int)(round * count);
        int last = _script.Repeat ? int.MaxValue : count - 1;
        while (goal < last && TimeOf(goal) <= timeS)
        {
            goal++;
        }

        return goal;
    }

    private double TimeOf(int goal) =>
        (goal / _script.Waypoints.Count * _script.Waypoints[^1].AtS) + _script.Waypoints[goal % _script.Waypoints.Count].AtS;

    private IReadOnlyList<double> PositionOf(int goal) => _script.Waypoints[goal % _script.Waypoints.Count].Position;
}
