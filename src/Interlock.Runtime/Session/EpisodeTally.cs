using Interlock.Guard;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Takeover;

namespace Interlock.Runtime.Session;

/// <summary>Counts along while the loop runs; allocates only when an episode ends.</summary>
internal sealed class EpisodeTally(double controlHz, ActionGuard guard)
{
    private readonly List<OutcomeReport> _episodes = [];
    private readonly CorrectionLog _corrections = new();
    private readonly ActionShift _shift = new(guard.ChannelCount);
    private readonly Dictionary<string, long> _interventions = new(StringComparer.Ordinal);
    private SupervisorState _state;
    private int _stops;
    private long _humanTicks;
    private long _ticks;

    /// <summary>Episodes that are over.</summary>
    public IReadOnlyList<OutcomeReport> Episodes => _episodes;

    /// <summary>Ticks for each first cause, most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Interventions =>
        [.. _interventions.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>How often the task was done.</summary>
    public SuccessRate Rate { get; } = new();

    /// <summary>Ticks in which the guard changed an action.</summary>
    public long ClippedTicks { get; private set; }

    /// <summary>Time of a tick from its begin to the command on its way, and lateness.</summary>
    public LatencyHistogram Work { get; } = new();

    public LatencyHistogram Lateness { get; } = new();

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
            string code = guard.LastInterventions.IsEmpty ? GuardCodes.PathSlowed : guard.LastInterventions[0].Code;
            _interventions[code] = _interventions.GetValueOrDefault(code) + 1;
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
        Rate.Add(report.Outcome);
        _corrections.Reset();
        _stops = 0;
        _humanTicks = 0;
        _ticks = 0;
        return _shift.EndEpisode() && _shift.Newest is { IsShift: true } finding ? finding : null;
    }
}
