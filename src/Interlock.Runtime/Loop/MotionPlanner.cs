using Interlock.Guard;
using Interlock.Policies.Scheduling;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Takeover;
using Interlock.Runtime.Trajectory;

namespace Interlock.Runtime.Loop;

/// <summary>From the supervisor's decision to a guarded command: the plan, a person, or a stop.</summary>
internal sealed class MotionPlanner
{
    private const double NsPerMs = 1e6;

    private readonly ChunkScheduler _scheduler;
    private readonly ActionGuard _guard;
    private readonly PathBrake? _brake;
    private readonly LoopRates _rates;
    private readonly Starvation _onStarvation;
    private readonly CommandHistory _history;
    private readonly ChunkIntake _intake;
    private readonly StopMotion _stop;
    private readonly HumanControl _human;
    private readonly ActionArbiter _arbiter;
    private readonly double[] _planned;
    private readonly bool[] _commandsRate;
    private readonly GuardTime _guardTime;
    private readonly LastRow _lastRow;
    private readonly PlanStall _stall;
    private bool _mustComplete;

    public MotionPlanner(LoopParts parts, CommandHistory history, ChunkIntake intake)
    {
        _scheduler = parts.Scheduler;
        _guard = parts.Guard;
        _brake = parts.Brake;
        _rates = parts.Rates;
        _onStarvation = parts.OnStarvation;
        _history = history;
        _intake = intake;
        _stop = new StopMotion(parts.Guard.Contract, parts.Rates.ControlHz, history);
        _human = parts.Human;
        _arbiter = new ActionArbiter(new HandoverBlend(parts.HandoverMs, FullTurns.Of(parts.Guard.Contract)));
        _planned = new double[parts.Guard.ChannelCount];
        _commandsRate = [.. parts.Guard.Contract.Channels.Select(parts.Guard.Contract.CommandsRate)];
        _guardTime = new GuardTime(parts.Rates.ControlPeriodNs);
        _lastRow = new LastRow(parts.Guard.Contract, parts.Rates.PolicyPeriodNs);
        _stall = new PlanStall(parts.Rates.ControlHz);
        Action = new double[parts.Guard.ChannelCount];
    }

    /// <summary>What went into the guard at the newest tick.</summary>
    public double[] Action { get; }

    /// <summary>Where the plan stood, in policy steps; null when the action was not the plan's.</summary>
    public double? PlanStep { get; private set; }

    /// <summary>Policy steps that the newest tick advanced; less than nominal while braking along the chunk.</summary>
    public double AdvancedSteps { get; private set; }

    /// <summary>True while the path is executed more slowly than planned because limits bind.</summary>
    public bool IsBraking { get; private set; }

    /// <summary>Another plan begins: the motion of the last one says nothing about it.</summary>
    public void BeginPlan()
    {
        _brake?.BeginEpisode();
        _stop.End();
        _lastRow.Forget();
        _stall.Restart();
    }

    public TickMotion Produce(in SupervisorDecision decision, Senses senses, long nowNs, Span<double> command)
    {
        PlanStep = null;
        IsBraking = false;
        AdvancedSteps = 0;
        Motion motion = _mustComplete && !_stop.IsAtRest(nowNs) && decision.Motion is Motion.Release or Motion.Human ? Motion.Brake : decision.Motion;
        _mustComplete = motion == Motion.Brake;
        if (motion is not (Motion.Release or Motion.Human))
        {
            _arbiter.Choose(decision with { Motion = motion }, [], [], [], nowNs, Action);
        }

        return motion switch
        {
            Motion.Release => Release(decision, senses, nowNs, command),
            Motion.Human => Guarded(decision, senses, nowNs, command),
            Motion.Hold or Motion.Brake => Stop(senses, nowNs, command),
            Motion.ProtectiveStop => ProtectiveStop(senses, nowNs, command),
            _ => Nothing(),
        };
    }

    private TickMotion Nothing()
    {
        _stop.End();
        return default;
    }

    private TickMotion Release(in SupervisorDecision decision, Senses senses, long nowNs, Span<double> command)
    {
        double nominal = _rates.StepsPerTick * decision.LimitScale;
        AdvancedSteps = _brake is null || _history.Last.IsEmpty ? nominal : _brake.Choose(_scheduler, _history.Last, _history.VelocityPerS, nominal);
        IsBraking = AdvancedSteps < nominal;
        AdvancedSteps = _stall.Released(AdvancedSteps, nominal);
        ScheduleTick tick = _scheduler.Next(AdvancedSteps, _planned);
        if (tick.Status == TickStatus.Starved && !_lastRow.StillHolds(nowNs))
        {
            return _onStarvation == Starvation.Nothing
                ? new TickMotion(MotionSource.None, default, false, true)
                : Stop(senses, nowNs, command) with { IsStarved = true };
        }

        if (tick.Status != TickStatus.Starved)
        {
            _lastRow.Reached(nowNs);
        }

        PlanStep = tick.Step + tick.Fraction;
        SlowRates(AdvancedSteps / _rates.StepsPerTick);
        return Guarded(decision, senses, nowNs, command);
    }

    // Positions come slower when their path is passed more slowly; a commanded rate has to become smaller by itself.
    private void SlowRates(double pace)
    {
        for (int i = 0; i < _planned.Length; i++)
        {
            _planned[i] *= _commandsRate[i] ? pace : 1;
        }
    }

    private TickMotion Guarded(in SupervisorDecision decision, Senses senses, long nowNs, Span<double> command)
    {
        _stop.End();
        ActionSource source = _arbiter.Choose(decision, _planned, _human.Action, _history.Last, nowNs, Action);
        StepResult result = _guard.Step(Action, InputOf(senses, nowNs, ofPlan: PlanStep is not null), command);
        return new TickMotion(SourceOf(source), result, result.HasCommand, false);
    }

    private static MotionSource SourceOf(ActionSource source) => source switch
    {
        ActionSource.Policy => MotionSource.Policy,
        ActionSource.Human => MotionSource.Human,
        ActionSource.Blend => MotionSource.Blend,
        _ => MotionSource.None,
    };

    private TickMotion Stop(Senses senses, long nowNs, Span<double> command)
    {
        if (!_stop.Next(nowNs, Action))
        {
            return default;
        }

        StepResult result = _guard.Step(Action, InputOf(senses, nowNs, ofPlan: false), command);
        return new TickMotion(MotionSource.Stop, result, result.HasCommand, false);
    }

    private TickMotion ProtectiveStop(Senses senses, long nowNs, Span<double> command)
    {
        if (!_guard.IsLatched)
        {
            _guard.RequestStop();
        }

        _history.Last.CopyTo(Action);
        StepResult result = _guard.Step(_history.Last, InputOf(senses, nowNs, ofPlan: false), command);
        return new TickMotion(MotionSource.Stop, result, result.HasCommand, false);
    }

    private StepInput InputOf(Senses senses, long nowNs, bool ofPlan) => new()
    {
        Measured = senses.HasState ? senses.State.Positions : default,
        AgeMs = ofPlan ? _intake.Chunk.LagNs / NsPerMs : null,
        LatencyMs = ofPlan ? _intake.Chunk.LatencyNs / NsPerMs : null,
        ForceN = senses.State.ForceN,
        TorqueNm = senses.State.TorqueNm,
        TimestampNs = _guardTime.At(nowNs),
        IsNotOfPolicy = !ofPlan,
    };
}
