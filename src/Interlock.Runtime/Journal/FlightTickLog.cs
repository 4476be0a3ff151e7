using Interlock.Guard;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Steps;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Loop;

namespace Interlock.Runtime.Journal;

/// <summary>Writes every tick into the flight recorder: the step itself, what the guard and the supervisor did, where an episode began.</summary>
internal sealed class FlightTickLog : ITickLog
{
    private const double NsPerMs = 1e6;

    // A disk that blocks for good is a failure that nobody reports; a ring that is full for a moment is not. Ours.
    private const int MostLostOnEnd = 100;
    private const double NsPerS = 1e9;

    private readonly FlightRecorder _recorder;
    private readonly ILoopClock _clock;
    private readonly ActionGuard _guard;
    private readonly CommandMargin _margin;
    private readonly GuardEvents _guardEvents;
    private readonly SupervisorEvents _supervisorEvents;
    private readonly bool _pumps;
    private readonly bool _isKept;
    private long _episode;
    private int _lostOnEnd;

    /// <param name="recorder">Open.</param>
    /// <param name="clock">The loop's.</param>
    /// <param name="guard">Its monitors and interventions are recorded.</param>
    /// <param name="supervisor">Its events are recorded.</param>
    /// <param name="isKept">False when nothing is recorded and somebody only watches: that this fails is no reason to stop.</param>
    /// <param name="pumps">True when the recorder has no thread of its own: each tick is moved to the file at once.</param>
    public FlightTickLog(FlightRecorder recorder, ILoopClock clock, ActionGuard guard, Supervision.Supervisor supervisor, bool pumps, bool isKept = true)
    {
        CodeBook codes = new();
        _recorder = recorder;
        _clock = clock;
        _guard = guard;
        _margin = new CommandMargin(guard.Contract);
        _guardEvents = new GuardEvents(recorder, guard, codes);
        _supervisorEvents = new SupervisorEvents(recorder, supervisor.Events, codes);
        _pumps = pumps;
        _isKept = isKept;
    }

    public bool HasFailed => _isKept && (_recorder.HasFailed || _lostOnEnd > MostLostOnEnd);

    public void Write(in TickView tick)
    {
        Fill(_recorder.Frame, tick);
        _lostOnEnd = _recorder.Commit() ? 0 : _lostOnEnd + 1;
        AnnounceEpisode(tick);
        AnnounceWallClock(tick);
        _guardEvents.Write(tick);
        _supervisorEvents.Write();
        if (_pumps)
        {
            _recorder.Pump();
        }
    }

    private void Fill(StepFrame frame, in TickView tick)
    {
        frame.MonotonicNs = tick.Timings.BeganAtNs;
        frame.UtcNs = _clock.UtcNs;
        frame.Tick = tick.Tick;
        frame.Episode = (int)tick.Episode;
        frame.PolicyStep = tick.PlanStep ?? double.NaN;
        frame.Verdict = (int)tick.Motion.Guarded.Verdict;
        frame.SupervisorState = (int)tick.Decision.State;
        frame.ActionSource = (int)tick.Motion.Source;
        frame.LatenessNs = tick.Timings.LatenessNs;
        frame.ReadNs = tick.Timings.ReadNs;
        frame.ScheduleNs = tick.Timings.ScheduleNs;
        frame.GuardNs = tick.Timings.GuardNs;
        frame.SendNs = tick.Timings.SendNs;
        FillAges(frame, tick);
        FillRows(frame, tick);
    }

    private static void FillAges(StepFrame frame, in TickView tick)
    {
        ChunkInUse chunk = tick.Intake.Chunk;
        bool ofPlan = tick.PlanStep is not null;
        frame.ObservationAgeMs = ofPlan ? (tick.Timings.BeganAtNs - chunk.ObservedAtNs) / NsPerMs : null;
        frame.ChunkAgeMs = ofPlan ? (tick.Timings.BeganAtNs - chunk.ObservedAtNs - chunk.LatencyNs) / NsPerMs : null;
        frame.ActionLagMs = ofPlan ? chunk.LagNs / NsPerMs : null;
        frame.LatencyMs = ofPlan ? chunk.LatencyNs / NsPerMs : null;
        frame.ForceN = tick.Senses.State.ForceN;
        frame.TorqueNm = tick.Senses.State.TorqueNm;
        frame.Confidence = tick.Intake.Confidence;
        frame.ClipFraction = tick.Action.IsEmpty ? null : tick.Motion.Guarded.ClipFraction;
    }

    private void FillRows(StepFrame frame, in TickView tick)
    {
        StepParts parts = StepParts.None;
        parts |= Copy(tick.PolicyRow, frame.Policy, StepParts.Policy);
        parts |= Copy(tick.Action, frame.Unnormalised, StepParts.Unnormalised);
        parts |= Copy(tick.Command, frame.Guarded, StepParts.Guarded);
        parts |= Copy(tick.Executed, frame.Executed, StepParts.Executed);
        parts |= tick.Senses.WasRead ? Copy(tick.Senses.State.Positions, frame.State, StepParts.State) : StepParts.None;
        Span<double> monitors = frame.MonitorValues;
        for (int i = 0; i < monitors.Length; i++)
        {
            monitors[i] = _guard.MonitorValue(i);
        }

        frame.Margin = _margin.Of(tick.Command);
        frame.Parts = parts | StepParts.Monitors;
    }

    // A conservative policy may write rows of another width than the recording's; they are in the chunk's own record.
    private static StepParts Copy(ReadOnlySpan<double> row, Span<double> target, StepParts part)
    {
        if (row.Length != target.Length)
        {
            return StepParts.None;
        }

        row.CopyTo(target);
        return part;
    }

    private void AnnounceEpisode(in TickView tick)
    {
        if (tick.Episode != _episode)
        {
            _episode = tick.Episode;
            _recorder.TryEvent(new FlightEvent
            {
                MonotonicNs = tick.Timings.BeganAtNs,
                Kind = FlightEventKind.EpisodeStart,
                Code = EpisodeCode,
                Tick = tick.Tick,
                Value = _episode,
            });
        }
    }

    private void AnnounceWallClock(in TickView tick)
    {
        if (tick.WallClockStepNs != 0)
        {
            _recorder.TryEvent(new FlightEvent
            {
                MonotonicNs = tick.Timings.BeganAtNs,
                Kind = FlightEventKind.Supervisor,
                Code = WallClockCode,
                Tick = tick.Tick,
                Value = tick.WallClockStepNs / NsPerS,
            });
        }
    }

    private static readonly FlightCode WallClockCode = FlightCode.Of(RuntimeCodes.WallClockStepped);

    private static readonly FlightCode EpisodeCode = FlightCode.Of("episode");
}
