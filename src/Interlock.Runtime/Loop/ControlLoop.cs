using Interlock.Guard.Alarms;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Loop;

/// <summary>
/// The loop: read the robot, take the policy's answers, decide, choose an action, guard it, send it, record it, ask the policy. One thread calls
/// it; after warm-up a tick allocates nothing, takes no lock and waits for nothing but its own deadline.
/// </summary>
internal sealed class ControlLoop
{
    // Of the wall clock against monotonic time, within one tick: larger than any slewing, smaller than any step that matters.
    private const long WallClockStepNs = 100_000_000;

    private readonly LoopParts _parts;
    private readonly Pacer _pacer;
    private readonly CommandHistory _history;
    private readonly ChunkIntake _intake;
    private readonly QuestionAsker _asker;
    private readonly MotionPlanner _planner;
    private readonly Senses _senses;
    private readonly double[] _command;
    private SupervisorDecision _decision;
    private TickMotion _motion;
    private TickTimings _timings;
    private long? _starvedSinceNs;
    private long? _wallClockOffsetNs;
    private bool _nextIsNew = true;
    private long _wallClockStepNs;

    public ControlLoop(LoopParts parts)
    {
        _parts = parts;
        _pacer = new Pacer(parts.Clock, parts.Rates.ControlHz);
        _history = new CommandHistory(parts.Guard.Contract, parts.Rates.ControlHz);
        _intake = new ChunkIntake(parts.Desk, parts.Scheduler, parts.Guard, parts.Rates, parts.HungAfterNs);
        _asker = new QuestionAsker(parts.Desk, parts.Scheduler, parts.Rates);
        _planner = new MotionPlanner(parts, _history, _intake);
        _senses = new Senses(parts.Robot, parts.Cameras, parts.Guard.Contract);
        _command = new double[parts.Guard.ChannelCount];
        LastCommand = new CommandWindow(parts.Guard.ChannelCount);
    }

    /// <summary>Ticks so far.</summary>
    public long Tick { get; private set; }

    /// <summary>Episodes begun.</summary>
    public long Episode { get; private set; }

    /// <summary>The newest decision.</summary>
    public SupervisorDecision Decision => _decision;

    /// <summary>What the newest tick did.</summary>
    public TickMotion Motion => _motion;

    /// <summary>Periods that were skipped.</summary>
    public long MissedTicks => _pacer.MissedTicks;

    /// <summary>Where the newest tick's time went.</summary>
    public TickTimings Timings => _timings;

    /// <summary>The newest command; meaningless unless <see cref="TickMotion.HasCommand"/>.</summary>
    public ReadOnlySpan<double> Command => _command;

    /// <summary>The newest command that the robot took, for other threads.</summary>
    public CommandWindow LastCommand { get; }

    /// <summary>Steps of the wall clock that were noticed.</summary>
    public long WallClockSteps { get; private set; }

    /// <summary>What the loop knows of the robot.</summary>
    public Senses Senses => _senses;

    /// <summary>How the answers went.</summary>
    public ChunkIntake Intake => _intake;

    /// <summary>How the plan is executed.</summary>
    public MotionPlanner Planner => _planner;

    /// <summary>False keeps the policy from being asked, for instance while it forgets an episode.</summary>
    public bool MayAsk { get; set; } = true;

    /// <summary>True when nothing is left to slow down.</summary>
    public bool IsAtRest => _history.VelocityPerS.IndexOfAnyExcept(0.0) < 0;

    /// <summary>The next start begins an episode: nothing of the last one counts.</summary>
    public void BeginEpisode() => _nextIsNew = true;

    /// <summary>The first tick comes one period from now.</summary>
    public void Start() => _pacer.Start();

    /// <summary>Waits for the next tick and does it.</summary>
    public void RunTick()
    {
        long now = _pacer.WaitForTick();
        _timings = new TickTimings { BeganAtNs = now, LatenessNs = _pacer.LatenessNs };
        WatchWallClock(now);
        // A robot that takes no command, in shadow mode, follows none.
        _senses.Read(now, _parts.Robot.Accepted.IsEmpty ? [] : _history.Last);
        long read = Lap(now, out _timings.ReadNs);
        _intake.Take(now);
        SupervisorDecision decision = _parts.Supervisor.Tick(Facts(now));
        Change(decision, now);
        long scheduled = Lap(read, out _timings.ScheduleNs);
        _motion = _planner.Produce(decision, _senses, now, _command);
        long guarded = Lap(scheduled, out _timings.GuardNs);
        Send(now);
        Lap(guarded, out _timings.SendNs);
        Ask(now);
        Record();
        Tick++;
    }

    private SupervisorInput Facts(long now) => new()
    {
        Tick = Tick,
        NowNs = now,
        ObservationAgeNs = _senses.IsObservationTooOld ? SupervisorInput.NeverSeenNs : _senses.ObservationAgeNs,
        StateAgeNs = _senses.StateAgeNs,
        StateFrozenNs = _senses.FrozenNs,
        Policy = _intake.Health(now),
        IsStarved = IsStarved(now),
        ChunkAgeMs = _intake.Chunk.IsKnown ? (now - _intake.Chunk.ObservedAtNs) / 1e6 : null,
        Robot = _senses.Health,
        ForceN = _senses.State.ForceN,
        TorqueNm = _senses.State.TorqueNm,
        GuardLatched = _parts.Guard.IsLatched,
        LastVerdict = _motion.Source is MotionSource.Policy or MotionSource.Human or MotionSource.Blend ? _motion.Guarded.Verdict : default,
        AlarmCount = _motion.Guarded.AlarmCount,
        Alarm = Alarm(),
        ConfidencePValue = _intake.ConfidencePValue,
        ConfidenceIsCalibrated = _intake.ConfidencePValue is not null,
        UnfamiliarInput = _intake.IsUnfamiliar,
        MissedTicks = _pacer.MissedTicks,
        RecorderFailed = _parts.Log.HasFailed,
        ContractChanged = _parts.Watch.ContractChanged,
        StatisticsChanged = _parts.Watch.StatisticsChanged,
        HumanAgeNs = _parts.Human.Observe(now),
        EpisodeDone = _parts.Watch.EpisodeDone(now),
    };

    private AlarmFact? Alarm()
    {
        if (_motion.Guarded.AlarmCount == 0 || _parts.Guard.LastAlarms.IsEmpty)
        {
            return null;
        }

        int first = _parts.Guard.LastAlarms[0];
        AlarmReading reading = _parts.Guard.ReadAlarm(first);
        return new AlarmFact(_parts.Guard.Alarms[first].Code, reading.Monitor >= 0 ? _parts.Guard.Monitors[reading.Monitor].Name : null, reading.Value, reading.Limit);
    }

    private bool IsStarved(long now)
    {
        bool starves = !_intake.AwaitsFirst && _parts.Scheduler.RowsAhead == 0;
        _starvedSinceNs = starves ? _starvedSinceNs ?? now : null;
        return starves && now - _starvedSinceNs > _parts.StarvationGraceNs;
    }

    private void Change(in SupervisorDecision decision, long now)
    {
        bool wasStopped = _decision.State == SupervisorState.Stopped;
        if (wasStopped && decision.State != SupervisorState.Stopped)
        {
            _parts.Guard.ResetLatch();
        }

        // Several commands may be taken in one tick: whatever comes of them, what begins from rest begins at the measured state.
        bool begins = HasStarted(decision.State) && !HasStarted(_decision.State);
        _nextIsNew |= begins;
        bool changesPolicy = decision.UseFallbackPolicy != _decision.UseFallbackPolicy;
        if (begins || (Follows(decision.State) && (changesPolicy || !Follows(_decision.State))))
        {
            BeginPlan(now);
        }

        _decision = decision;
    }

    private static bool HasStarted(SupervisorState state) => state is not (SupervisorState.Idle or SupervisorState.Armed or SupervisorState.Stopped);

    private static bool Follows(SupervisorState state) => state is SupervisorState.Running or SupervisorState.Degraded;

    // What was planned before a hold, or by the other policy, is of no use after it: only fresh observations count.
    private void BeginPlan(long now)
    {
        _nextIsNew |= _history.Last.IsEmpty;
        if (_nextIsNew)
        {
            _parts.Scheduler.BeginEpisode();
        }
        else
        {
            _parts.Scheduler.Abandon();
        }

        _planner.BeginPlan();
        _intake.Forget(now);
        _starvedSinceNs = null;
        _senses.RestartFreeze();
        if (_nextIsNew)
        {
            _nextIsNew = false;
            Episode++;
            _parts.Guard.BeginEpisode(_senses.State.Positions);
            _history.Restart(_senses.State.Positions);
        }
    }

    private void Send(long now)
    {
        if (!_motion.HasCommand)
        {
            return;
        }

        if (_parts.Robot.TrySend(_command, now))
        {
            _history.Add(_command);
            LastCommand.Show(_command);
        }
        else
        {
            _senses.CommandRefused();
        }
    }

    private void Ask(long now)
    {
        if (_intake.SplicedNow)
        {
            _asker.Learn(_intake.Chunk.LatencyNs);
        }

        if (MayAsk && _decision.State is not (SupervisorState.Idle or SupervisorState.Stopped))
        {
            _asker.Consider(now, _senses, _history, _decision.UseFallbackPolicy, moves: _decision.Motion == Supervision.Motion.Release);
        }
        else
        {
            // Whoever is not asked cannot show that he is well again; a failure from before would keep a person from arming for ever.
            _intake.ForgiveFailure();
        }
    }

    private void WatchWallClock(long now)
    {
        long offset = _parts.Clock.UtcNs - now;
        long step = offset - (_wallClockOffsetNs ?? offset);
        _wallClockStepNs = Math.Abs(step) > WallClockStepNs ? step : 0;
        WallClockSteps += _wallClockStepNs == 0 ? 0 : 1;

        _wallClockOffsetNs = offset;
    }

    private void Record()
    {
        bool produced = _motion.Source != MotionSource.None;
        _parts.Log.Write(new TickView
        {
            Tick = Tick,
            Episode = Episode,
            Timings = _timings,
            Decision = _decision,
            Motion = _motion,
            PlanStep = _planner.PlanStep,
            PolicyRow = _planner.PlanStep is { } step ? _intake.Chunk.RowFor(step) : [],
            Action = produced ? _planner.Action : [],
            Command = _motion.HasCommand ? _command : [],
            Executed = _motion.HasCommand ? _parts.Robot.Accepted : [],
            WallClockStepNs = _wallClockStepNs,
            Senses = _senses,
            Intake = _intake,
        });
    }

    private long Lap(long since, out long durationNs)
    {
        long now = _parts.Clock.NowNs;
        durationNs = now - since;
        return now;
    }
}
