using static Interlock.Runtime.Supervision.SupervisorTrigger;
using static Interlock.Runtime.Supervision.TriggerClass;
using Codes = Interlock.Runtime.Supervision.SupervisorCodes;

namespace Interlock.Runtime.Supervision;

/// <summary>Every trigger with its class, words and code, in the order of the enumeration.</summary>
internal static class TriggerCatalogue
{
    public static readonly TriggerInfo[] All =
    [
        new(None, Nothing, "nothing happened"),
        new(OperatorStop, TriggerClass.Stop, "the operator asked for a stop", Codes.OperatorStop),
        new(GuardLatched, TriggerClass.Stop, "the guard is latched", Codes.GuardLatched),
        new(ForceExceeded, TriggerClass.Stop, "contact force", Codes.Force, "N"),
        new(TorqueExceeded, TriggerClass.Stop, "contact torque", Codes.Torque, "N·m"),
        new(RobotLost, TriggerClass.Stop, "the robot cannot be reached", Codes.RobotLost),
        new(ContractChanged, TriggerClass.Stop, "the contract is not the one that was checked at the start", Codes.ContractChanged),
        new(StatisticsChanged, TriggerClass.Stop, "the statistics are not those that were checked at the start", Codes.StatisticsChanged),
        new(EscalationsRepeated, Escalation, "a person had to be asked again and again", Codes.EscalationsRepeated, "times"),
        new(NobodyAnswered, Escalation, "nobody answered", Codes.NobodyAnswered, "s"),
        new(ClockJumped, TriggerClass.Hold, "the monotonic clock jumped", Codes.ClockJumped, "ms"),
        new(StateStale, TriggerClass.Hold, "age of the measured state", Codes.StateStale, "ms", IsTransient: true),
        new(StateFrozen, TriggerClass.Hold, "the measured state has not changed while commands moved", Codes.StateFrozen, "ms"),
        new(ContactUnknown, TriggerClass.Hold, "the contact measurement is missing or not a number", Codes.ContactUnknown),
        new(RobotRefusing, TriggerClass.Hold, "the robot does not take commands", Codes.RobotRefusing),
        new(PolicyGone, TriggerClass.Hold, "the policy is gone", Codes.PolicyGone),
        new(PolicyHung, TriggerClass.Hold, "the policy does not answer", Codes.PolicyHung),
        new(PolicyFailed, TriggerClass.Hold, "the policy's last request failed", Codes.PolicyFailed, IsTransient: true),
        new(ObservationStale, TriggerClass.Hold, "age of the oldest required observation", Codes.ObservationStale, "ms", IsTransient: true),
        new(PolicyStarved, TriggerClass.Hold, "there is no action for this tick", Codes.PolicyStarved, IsTransient: true),
        new(PolicyLate, TriggerClass.Hold, "age of the observation behind the chunk", Codes.PolicyLate, "ms", IsTransient: true),
        new(GuardRejects, TriggerClass.Hold, "actions on end that the guard rejected", Codes.GuardRejects, "actions", IsTransient: true),
        new(DeadlinesMissed, TriggerClass.Hold, "deadlines missed in the window", Codes.DeadlinesMissed, "ticks", IsTransient: true),
        new(RecorderFailed, TriggerClass.Hold, "nothing can be recorded", Codes.RecorderFailed),
        new(HumanStale, TriggerClass.Hold, "age of the newest human action", Codes.HumanStale, "ms"),
        new(FailuresRepeated, Escalation, "failures without a good stretch between them", Codes.FailuresRepeated, "failures"),
        new(HoldTooLong, Escalation, "the hold did not end", Codes.HoldTooLong, "s"),
        new(ConfidenceLow, Ask, "the policy is not confident: p-value", Codes.ConfidenceLow, ""),
        new(AlarmRaised, Ask, "an alarm of the guard fired", Codes.AlarmRaised),
        new(SupervisorTrigger.UnfamiliarInput, Degrade, "the input lies outside what the policy was calibrated on", Codes.UnfamiliarInput),
        new(RecordingLost, Finding, "nothing can be recorded, and the options let the robot go on", Codes.RecordingLost),
        new(ConfidenceUncalibrated, Finding, "the confidence has no calibration and is not acted on", Codes.ConfidenceUncalibrated),
        new(AlarmNoted, Finding, "an alarm of the guard fired", Codes.AlarmNoted),
        new(CommandsLost, Finding, "operator commands found no room", Codes.CommandsLost, "commands"),
        new(EpisodeDone, End, "the episode is over"),
        new(CauseGone, Recovery, "every cause of the hold is gone"),
        new(CauseGoneWithCare, Recovery, "every cause of the hold is gone"),
        new(FamiliarAgain, Recovery, "the input is familiar again"),
        new(Arm, Operator, "the operator armed"),
        new(Start, Operator, "the operator started"),
        new(Pause, Operator, "the operator paused", Codes.Paused),
        new(Resume, Operator, "the operator resumed"),
        new(Reset, Operator, "the operator reset the stop"),
        new(ResetTooEarly, Operator, "a reset came before the robot had time to come to rest", Codes.ResetTooEarly, "ms"),
        new(Blocked, Operator, "motion was asked for while a fault is visible", Codes.Blocked),
        new(TakeOver, Operator, "the operator took over"),
        new(TakeOverWithoutInput, Operator, "the operator took over without a fresh action", Codes.TakeOverWithoutInput),
        new(HandBack, Operator, "the operator handed back"),
        new(MarkSuccess, End, "the operator called the episode a success"),
        new(MarkFailure, End, "the operator called the episode a failure"),
        new(AnswerContinue, Operator, "the operator answered: go on"),
        new(AnswerContinueWithCare, Operator, "the operator answered: go on with care"),
        new(AnswerEndEpisode, End, "the operator answered: end the episode"),
    ];

    public static TriggerInfo Of(SupervisorTrigger trigger) => All[(int)trigger];
}
