namespace Interlock.Runtime.Supervision;

/// <summary>
/// Everything that can change the state. Those that the supervisor sees by itself stand worst first, and are taken in that order when
/// several are visible in one tick. <c>docs/supervisor.md</c> has the reaction of every state to every trigger.
/// </summary>
public enum SupervisorTrigger
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A person asked for a stop.</summary>
    OperatorStop,

    /// <summary>The guard is latched.</summary>
    GuardLatched,

    /// <summary>The contact force is above its threshold.</summary>
    ForceExceeded,

    /// <summary>The contact torque is above its threshold.</summary>
    TorqueExceeded,

    /// <summary>The robot cannot be reached.</summary>
    RobotLost,

    /// <summary>The contract is not the one that was checked at the start.</summary>
    ContractChanged,

    /// <summary>The statistics are not those that were checked at the start.</summary>
    StatisticsChanged,

    /// <summary>The person was asked too often.</summary>
    EscalationsRepeated,

    /// <summary>Nobody answered in time.</summary>
    NobodyAnswered,

    /// <summary>The monotonic clock made a gap or a step back.</summary>
    ClockJumped,

    /// <summary>The measured state is too old.</summary>
    StateStale,

    /// <summary>The measured state does not change while commands move.</summary>
    StateFrozen,

    /// <summary>A contact threshold is set and the measurement is missing or not a number.</summary>
    ContactUnknown,

    /// <summary>The robot does not take commands.</summary>
    RobotRefusing,

    /// <summary>The policy is gone.</summary>
    PolicyGone,

    /// <summary>The policy does not answer.</summary>
    PolicyHung,

    /// <summary>The policy's last request failed.</summary>
    PolicyFailed,

    /// <summary>A required observation is too old.</summary>
    ObservationStale,

    /// <summary>There is no action for this tick.</summary>
    PolicyStarved,

    /// <summary>The chunk in use rests on too old an observation.</summary>
    PolicyLate,

    /// <summary>The guard rejected several actions on end.</summary>
    GuardRejects,

    /// <summary>The loop missed too many deadlines.</summary>
    DeadlinesMissed,

    /// <summary>Nothing can be recorded, and the options ask for a hold.</summary>
    RecorderFailed,

    /// <summary>The person in control sends nothing fresh.</summary>
    HumanStale,

    /// <summary>Several failures without a good stretch between them.</summary>
    FailuresRepeated,

    /// <summary>A hold did not end.</summary>
    HoldTooLong,

    /// <summary>The calibrated confidence is below its threshold.</summary>
    ConfidenceLow,

    /// <summary>An alarm of the guard fired, and the options ask for a person.</summary>
    AlarmRaised,

    /// <summary>The input lies outside what the policy was calibrated on.</summary>
    UnfamiliarInput,

    /// <summary>Nothing can be recorded, and the options let the robot go on.</summary>
    RecordingLost,

    /// <summary>A confidence came without a calibration.</summary>
    ConfidenceUncalibrated,

    /// <summary>An alarm of the guard fired, and the options only note it.</summary>
    AlarmNoted,

    /// <summary>Commands of the operator found no room.</summary>
    CommandsLost,

    /// <summary>The episode is over.</summary>
    EpisodeDone,

    /// <summary>Every cause of a hold is gone and was transient.</summary>
    CauseGone,

    /// <summary>As <see cref="CauseGone"/>, for a hold that began while degraded.</summary>
    CauseGoneWithCare,

    /// <summary>The input has been familiar for long enough.</summary>
    FamiliarAgain,

    /// <summary>A person arms.</summary>
    Arm,

    /// <summary>A person starts.</summary>
    Start,

    /// <summary>A person pauses.</summary>
    Pause,

    /// <summary>A person resumes.</summary>
    Resume,

    /// <summary>A person resets a stop.</summary>
    Reset,

    /// <summary>A person resets before the robot had time to come to rest.</summary>
    ResetTooEarly,

    /// <summary>A person asks for motion while a fault is visible.</summary>
    Blocked,

    /// <summary>A person takes over and sends fresh actions.</summary>
    TakeOver,

    /// <summary>A person takes over and sends nothing fresh.</summary>
    TakeOverWithoutInput,

    /// <summary>A person hands back to the policy.</summary>
    HandBack,

    /// <summary>A person calls the episode a success.</summary>
    MarkSuccess,

    /// <summary>A person calls the episode a failure.</summary>
    MarkFailure,

    /// <summary>A person answers: go on.</summary>
    AnswerContinue,

    /// <summary>A person answers: go on with care.</summary>
    AnswerContinueWithCare,

    /// <summary>A person answers: end the episode.</summary>
    AnswerEndEpisode,
}
