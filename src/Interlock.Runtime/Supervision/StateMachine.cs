using static Interlock.Runtime.Supervision.SupervisorTrigger;

namespace Interlock.Runtime.Supervision;

/// <summary>Applies the table to one trigger after the other, and keeps what a state has to remember: motion, first cause, since when.</summary>
internal sealed class StateMachine(EventLog log, FaultDetector faults)
{
    private int _state;
    private long _tick;
    private long _nowNs;
    private bool _careIsRequested;

    /// <summary>Any thread.</summary>
    public SupervisorState State => (SupervisorState)Volatile.Read(ref _state);

    public Motion Motion { get; private set; }

    /// <summary>What led here first; <see cref="None"/> while nothing is wrong.</summary>
    public SupervisorTrigger Cause { get; private set; }

    /// <summary>What changed the state last in this tick.</summary>
    public SupervisorTrigger LastChange { get; private set; }

    /// <summary>When the present state was entered, ns.</summary>
    public long EnteredNs { get; private set; }

    /// <summary>True while each cause of the present hold was transient.</summary>
    public bool HoldEndsByItself { get; private set; }

    /// <summary>True when the present hold began while degraded.</summary>
    public bool ReturnsWithCare { get; private set; }

    public void BeginTick(in SupervisorInput input)
    {
        _tick = input.Tick;
        _nowNs = input.NowNs;
        LastChange = None;
    }

    /// <summary>Takes the reaction of the present state.</summary>
    /// <param name="trigger">What happened.</param>
    /// <param name="isNew">False for a fault that was visible at the previous tick too: it is not logged again.</param>
    /// <param name="because">The fault behind <see cref="Blocked"/>.</param>
    /// <returns>True when the state changed.</returns>
    public bool Apply(SupervisorTrigger trigger, bool isNew = true, SupervisorTrigger because = None)
    {
        SupervisorState from = State;
        Reaction reaction = TransitionTable.Of(from, trigger);
        if (reaction.Kind == ReactionKind.Ignore)
        {
            return false;
        }

        bool changes = reaction.Kind == ReactionKind.Go && reaction.To != from;
        if (reaction.Kind == ReactionKind.Go)
        {
            Go(from, reaction, trigger);
        }

        if (changes || isNew)
        {
            log.Write(Event(from, trigger, because, reaction.Kind == ReactionKind.Refuse), changes && Cause == trigger);
        }

        return changes;
    }

    private void Go(SupervisorState from, Reaction reaction, SupervisorTrigger trigger)
    {
        bool changes = reaction.To != from;
        bool firms = !changes || (IsHeld(from) && IsHeld(reaction.To));
        Motion = firms ? (Motion)Math.Max((int)Motion, (int)reaction.Motion) : reaction.Motion;
        RememberHold(from, reaction.To, trigger);
        if (!changes)
        {
            // The end of an episode is news in a hold too.
            LastChange = TriggerCatalogue.Of(trigger).Class == TriggerClass.End ? trigger : LastChange;
            return;
        }

        RememberCause(reaction.To, trigger);
        LastChange = trigger;
        EnteredNs = _nowNs;
        Volatile.Write(ref _state, (int)reaction.To);
    }

    private void RememberHold(SupervisorState from, SupervisorState to, SupervisorTrigger trigger)
    {
        bool continues = from == SupervisorState.Holding;
        HoldEndsByItself = to == SupervisorState.Holding && TriggerCatalogue.Of(trigger).IsTransient && (!continues || HoldEndsByItself);
        ReturnsWithCare = from == SupervisorState.Degraded ? IsHeld(to) : ReturnsWithCare && IsHeld(to);
    }

    private void RememberCause(SupervisorState to, SupervisorTrigger trigger)
    {
        _careIsRequested = trigger == AnswerContinueWithCare || (_careIsRequested && to is not (SupervisorState.Running or SupervisorState.Idle));
        if (to is SupervisorState.Idle or SupervisorState.Armed or SupervisorState.Running or SupervisorState.HumanControl)
        {
            Cause = None;
        }
        else if (trigger == CauseGoneWithCare)
        {
            Cause = _careIsRequested ? AnswerContinueWithCare : SupervisorTrigger.UnfamiliarInput;
        }
        else if (TriggerCatalogue.Of(trigger).Class != TriggerClass.Escalation && TriggerCatalogue.Of(trigger).Class != TriggerClass.Recovery)
        {
            Cause = trigger;
        }
    }

    private SupervisorEvent Event(SupervisorState from, SupervisorTrigger trigger, SupervisorTrigger because, bool refused) => new()
    {
        Tick = _tick,
        NowNs = _nowNs,
        From = from,
        To = State,
        Trigger = trigger,
        Motion = Motion,
        Value = faults.ValueOf(trigger),
        Limit = faults.LimitOf(trigger),
        Alarm = trigger is AlarmRaised or AlarmNoted ? faults.Alarm : null,
        Because = because,
        IsRefused = refused,
    };

    private static bool IsHeld(SupervisorState state) => state is SupervisorState.Holding or SupervisorState.AwaitingHuman;
}
