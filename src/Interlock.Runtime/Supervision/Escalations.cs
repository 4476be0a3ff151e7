using static Interlock.Runtime.Supervision.SupervisorTrigger;

namespace Interlock.Runtime.Supervision;

/// <summary>From a hold to a person, and from a person to a stop, when trouble repeats or lasts.</summary>
internal sealed class Escalations(SupervisorOptions options, StateMachine machine, RecoveryCounters counters, FaultDetector faults)
{
    private const double NsPerS = 1e9;

    public void Check(long nowNs)
    {
        if (machine.State == SupervisorState.Holding)
        {
            Holding(nowNs);
        }
        else if (machine.State == SupervisorState.AwaitingHuman)
        {
            Lasts(NobodyAnswered, nowNs, options.AnswerLimitS);
        }
    }

    private void Holding(long nowNs)
    {
        if (counters.Failures > options.FailureLimit)
        {
            faults.Tell(FailuresRepeated, counters.Failures, options.FailureLimit);
            machine.Apply(FailuresRepeated);
            counters.CountEscalation();
            if (counters.Escalations > options.EscalationLimit)
            {
                faults.Tell(EscalationsRepeated, counters.Escalations, options.EscalationLimit);
                machine.Apply(EscalationsRepeated);
            }
        }
        else if (TriggerCatalogue.Of(machine.Cause).Class == TriggerClass.Hold)
        {
            Lasts(HoldTooLong, nowNs, options.HoldLimitS);
        }
    }

    private void Lasts(SupervisorTrigger trigger, long nowNs, double? limitS)
    {
        double forS = ((double)nowNs - machine.EnteredNs) / NsPerS;
        if (forS > limitS)
        {
            faults.Tell(trigger, forS, limitS.Value);
            machine.Apply(trigger);
        }
    }
}
