using Interlock.Guard;
using Interlock.Guard.Interventions;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Takeover;

namespace Interlock.Runtime.Session;

/// <summary>Counts along while the loop runs; allocates only when an episode ends.</summary>
internal sealed class EpisodeTally(double controlHz, ActionGuard guard)
{
    // Of a channel's span: what is larger is a broken action, whose size means nothing.
    private const double LargestClip = 1000;

    private static readonly Intervention SlowedPath = new(GuardCodes.PathSlowed, -1, double.NaN, double.NaN, double.NaN, "", 0);

    private readonly List<OutcomeReport> _episodes = [];
    private readonly CorrectionLog _corrections = new();
    private readonly ActionShift _shift = new(guard.ChannelCount);
    private readonly long[] _outcomes = new long[Enum.GetValues<EpisodeOutcome>().Length];
    private SupervisorState _state;
    private int _stops;
    private long _humanTicks;
    private long _ticks;

    /// <summary>Episodes that are over.</summary>
    public IReadOnlyList<OutcomeReport> Episodes => _episodes;

    /// <summary>Ticks for each first cause, most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Interventions => Causes.ByCode();

    /// <summary>Ticks for each first cause and its channel; from any thread.</summary>
    public InterventionTable Causes { get; } = new(guard.ChannelCount);

    /// <summary>How many episodes ended this way; from any thread.</summary>
    public long CountOf(EpisodeOutcome outcome) => Volatile.Read(ref _outcomes[(int)outcome]);

    /// <summary>How often the task was done.</summary>
    public SuccessRate Rate { get; } = new();

    /// <summary>Ticks in which the guard changed an action.</summary>
    public long ClippedTicks { get; private set; }

    /// <summary>Time of a tick from its begin to the command on its way, and lateness.</summary>
    public LatencyHistogram Work { get; } = new();

    public LatencyHistogram Lateness { get; } = new();

    /// <summary>By how much actions were changed, billionths of a channel's span.</summary>
    public LatencyHistogram Clips { get; } = new();

    public void Observe(ControlLoop loop)
    {
        SupervisorDecision decision = loop.Decision;
        _corrections.Observe(loop.Tick, decision);
        _stops += decision.State == SupervisorState.Stopped && _state != SupervisorState.Stopped ? 1 : 0;
        _humanTicks += decision.Motion == Motion.Human ? 1 : 0;
        _ticks += decision.State is SupervisorState.Running or SupervisorState.Degraded or SupervisorState.HumanControl ? 1 : 0;
        _state = decision.State;
        TickTimings timings = loop.Timings;
        Lateness.Add(timings.LatenessNs);
        if (loop.Motion.HasCommand)
        {
            Work.Add(timings.ReadNs + timings.ScheduleNs + timings.GuardNs + timings.SendNs);
            CountIntervention(loop.Motion);
            _shift.Observe(loop.Command);
        }
    }

    private void CountIntervention(in TickMotion motion)
    {
        if (motion.Source is MotionSource.Policy && motion.Guarded.Verdict != Verdict.Pass)
        {
            ClippedTicks++;
            Clips.Add((long)(Math.Min(motion.Guarded.ClipFraction, LargestClip) * InterventionTable.Billion));
            Causes.Count(guard.LastInterventions.IsEmpty ? SlowedPath : guard.LastInterventions[0]);
        }
    }

    /// <summary>An episode is over; the finding when the executed actions of the newest episodes are distributed otherwise than those of the first.</summary>
    public ShiftFinding? EndEpisode(long episode, bool? success, OutcomeJudge judge)
    {
        OutcomeReport report = new()
        {
            Episode = episode,
            Outcome = success switch { true => EpisodeOutcome.Success, false => EpisodeOutcome.Failure, null => EpisodeOutcome.Unknown },
            Judge = judge,
            DurationS = _ticks / controlHz,
            Interventions = _corrections.Count,
            TimeInHumanControlS = _humanTicks / controlHz,
            Stops = _stops,
        };
        _episodes.Add(report);
        _outcomes[(int)report.Outcome]++;
        Rate.Add(report.Outcome);
        _corrections.Reset();
        _stops = 0;
        _humanTicks = 0;
        _ticks = 0;
        return _shift.EndEpisode() && _shift.Newest is { IsShift: true } finding ? finding : null;
    }
}
