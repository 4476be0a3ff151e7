using Interlock.Core.Diagnostics;
using static Interlock.Runtime.Supervision.SupervisorTrigger;

namespace Interlock.Runtime.Supervision;

/// <summary>
/// Decides at every tick what happens to the robot, from one table of states and triggers. <see cref="Tick"/> belongs to the control thread,
/// allocates nothing, takes no lock and depends on nothing but its input and the commands posted before it.
/// </summary>
public sealed class Supervisor
{
    private const double NsPerMs = 1e6;

    private readonly SupervisorOptions _options;
    private readonly CommandQueue _commands = new();
    private readonly FaultDetector _faults;
    private readonly RecoveryCounters _counters;
    private readonly Escalations _escalations;
    private readonly EventLog _log;
    private readonly StateMachine _machine;
    private TriggerSet _visible;
    private TriggerSet _before;
    private ulong _visibleBits;
    private long? _answeredNs;

    /// <summary>Begins in <see cref="SupervisorState.Idle"/>.</summary>
    /// <param name="options">Limits and choices.</param>
    /// <exception cref="DiagnosticException">An option is outside its range (RT110).</exception>
    public Supervisor(SupervisorOptions options)
    {
        DiagnosticCollector findings = new();
        options.Validate(findings);
        findings.ThrowIfErrors();
        _options = options;
        _faults = new FaultDetector(options);
        _counters = new RecoveryCounters(options);
        _log = new EventLog(options.EventCapacity);
        _machine = new StateMachine(_log, _faults);
        _escalations = new Escalations(options, _machine, _counters, _faults);
    }

    /// <summary>The present state; any thread.</summary>
    public SupervisorState State => _machine.State;

    /// <summary>The event log; any thread.</summary>
    public EventRing Events => _log.Events;

    /// <summary>Takes in what is known at this tick and decides. A fault is acted on in the tick in which it is visible.</summary>
    public SupervisorDecision Tick(in SupervisorInput input)
    {
        _machine.BeginTick(input);
        _visible = _faults.Observe(input, _machine.Motion, _commands.Lost);
        Volatile.Write(ref _visibleBits, _visible.Bits);
        _counters.Observe(_visible);
        TakeCommands(input);
        Recover();
        if (_commands.TakeStop())
        {
            _machine.Apply(OperatorStop);
        }

        ApplyFaults(input.NowNs);
        _escalations.Check(input.NowNs);
        _before = _visible;
        _counters.EndTick(_machine.Motion);
        return Decision();
    }

    /// <summary>Asks for something; any thread, never waits. Acted on in the next tick, where a stop comes after everything else that was asked.</summary>
    /// <returns>False when there was no room, which a stop never meets.</returns>
    public bool Post(OperatorCommand command) => _commands.Post(command);

    /// <summary>One sentence about an event, with units.</summary>
    public static string Explain(in SupervisorEvent item) => SupervisorText.Of(item);

    /// <summary>What a person is shown before a reset; any thread.</summary>
    public StopReport WhatWasWrong() => StopReportBuilder.Build(_machine.State, _log, new TriggerSet(Volatile.Read(ref _visibleBits)));

    private void TakeCommands(in SupervisorInput input)
    {
        while (_commands.TryTake(out OperatorCommand command))
        {
            SupervisorTrigger trigger = CommandTriggers.Of(command);
            TriggerSet blocking = _visible.And(TransitionTable.Blocking);
            bool known = TransitionTable.Of(_machine.State, trigger).Kind == ReactionKind.Go;
            if (known && CommandTriggers.AsksForPolicyMotion(trigger) && !blocking.IsEmpty)
            {
                _machine.Apply(Blocked, because: blocking.Worst);
                continue;
            }

            Command(Refine(trigger, input), input.NowNs);
        }
    }

    private SupervisorTrigger Refine(SupervisorTrigger trigger, in SupervisorInput input)
    {
        if (trigger == TakeOver && _visible.Has(HumanStale))
        {
            return TakeOverWithoutInput;
        }

        double restMs = (input.NowNs - (double)_machine.EnteredNs) / NsPerMs;
        bool early = restMs >= 0 && restMs < _options.StopSettleMs;
        return trigger == Reset && _machine.State == SupervisorState.Stopped && early ? ResetTooEarly : trigger;
    }

    private void Command(SupervisorTrigger trigger, long nowNs)
    {
        SupervisorState from = _machine.State;
        bool moved = _machine.Apply(trigger);
        if (moved && trigger is AnswerContinue or AnswerContinueWithCare)
        {
            _answeredNs = nowNs;
        }

        if (moved && _machine.Motion is Motion.Release or Motion.Human)
        {
            _counters.Release(isNewSession: from == SupervisorState.Armed);
        }
    }

    private void Recover()
    {
        if (HoldMayEnd && _counters.IsCalm)
        {
            _machine.Apply(_machine.ReturnsWithCare ? CauseGoneWithCare : CauseGone);
        }
        else if (_machine.State == SupervisorState.Degraded && _machine.Cause != AnswerContinueWithCare && _counters.IsFamiliar)
        {
            _machine.Apply(FamiliarAgain);
        }
    }

    private bool HoldMayEnd => _machine.State == SupervisorState.Holding && _machine.HoldEndsByItself && _options.ResumeAfterTransient;

    private void ApplyFaults(long nowNs)
    {
        TriggerSet left = _visible;
        double answeredMs = (nowNs - (double?)_answeredNs) / NsPerMs ?? double.NaN;
        if (answeredMs >= 0 && answeredMs < _options.AnswerValidMs)
        {
            left = left.Without(ConfidenceLow).Without(AlarmRaised);
        }

        while (!left.IsEmpty)
        {
            SupervisorTrigger trigger = left.Worst;
            left = left.Without(trigger);
            bool wasMoving = _machine.State is SupervisorState.Running or SupervisorState.Degraded;
            _machine.Apply(trigger, isNew: !_before.Has(trigger));
            if (wasMoving && _machine.State == SupervisorState.Holding && TriggerCatalogue.Of(trigger).Class == TriggerClass.Hold)
            {
                _counters.CountHold();
            }
        }
    }

    private SupervisorDecision Decision()
    {
        bool degraded = _machine.State == SupervisorState.Degraded;
        return new SupervisorDecision
        {
            State = _machine.State,
            Motion = _machine.Motion,
            LimitScale = degraded ? _options.DegradedLimitScale : 1,
            UseFallbackPolicy = degraded && _options.HasFallbackPolicy,
            Code = TriggerCatalogue.Of(_machine.Cause).Code,
            AwaitsPerson = _machine.State == SupervisorState.AwaitingHuman || (_machine.State == SupervisorState.Holding && !HoldMayEnd),
            Trigger = _machine.LastChange,
        };
    }
}
