using static Interlock.Runtime.Supervision.SupervisorTrigger;

namespace Interlock.Runtime.Supervision;

/// <summary>How long all has been good, and how often it was not: what hysteresis and escalation count.</summary>
internal sealed class RecoveryCounters(SupervisorOptions options)
{
    private int _calmTicks;
    private int _familiarTicks;
    private int _movingTicks;
    private bool _hasReleased;

    public int Failures { get; private set; }

    public int Escalations { get; private set; }

    public bool IsCalm => _calmTicks >= options.RecoverAfterTicks;

    public bool IsFamiliar => _familiarTicks >= options.RecoverAfterTicks;

    public void Observe(TriggerSet visible)
    {
        _calmTicks = visible.And(TransitionTable.Disturbing).IsEmpty ? Next(_calmTicks, options.RecoverAfterTicks) : 0;
        _familiarTicks = visible.Has(UnfamiliarInput) ? 0 : Next(_familiarTicks, options.RecoverAfterTicks);
    }

    /// <summary>A hold for a fault counts as a failure once something was released since a person let it go.</summary>
    public void CountHold() => Failures += _hasReleased ? 1 : 0;

    public void CountEscalation()
    {
        Failures = 0;
        Escalations++;
    }

    /// <summary>A person let the robot go.</summary>
    public void Release(bool isNewSession)
    {
        Failures = 0;
        Escalations = isNewSession ? 0 : Escalations;
        _hasReleased = false;
    }

    public void EndTick(Motion motion)
    {
        bool released = motion == Motion.Release;
        _hasReleased |= released;
        _movingTicks = released ? Next(_movingTicks, options.ForgetAfterTicks) : 0;
        if (_movingTicks >= options.ForgetAfterTicks)
        {
            Failures = 0;
            Escalations = 0;
        }
    }

    private static int Next(int ticks, int enough) => Math.Min(ticks + 1, enough);
}
