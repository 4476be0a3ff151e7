using Interlock.Guard;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Takeover;

namespace Interlock.Runtime.Session;

/// <summary>Counts along while the loop runs; allocates only when an episode ends.</summary>
internal sealed class EpisodeTally(double controlHz)
{
    private readonly List<OutcomeReport> _episodes = [];
    private readonly CorrectionLog _corrections = new();
    private SupervisorState _state;
    private int _stops;
    private long _humanTicks;
    private long _ticks;

    /// <summary>Episodes that are over.</summary>
    public IReadOnlyList<OutcomeReport> Episodes => _episodes;

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
            ClippedTicks += loop.Motion.Source is MotionSource.Policy && loop.Motion.Guarded.Verdict != Verdict.Pass ? 1 : 0;
        }
    }

    public void EndEpisode(long episode, bool? success, OutcomeJudge judge)
    {
        _episodes.Add(new OutcomeReport
        {
            Episode = episode,
            Outcome = success switch { true => EpisodeOutcome.Success, false => EpisodeOutcome.Failure, null => EpisodeOutcome.Unknown },
            Judge = judge,
            DurationS = _ticks / controlHz,
            Interventions = _corrections.Count,
            TimeInHumanControlS = _humanTicks / controlHz,
            Stops = _stops,
        });
        _corrections.Reset();
        _stops = 0;
        _humanTicks = 0;
        _ticks = 0;
    }
}
