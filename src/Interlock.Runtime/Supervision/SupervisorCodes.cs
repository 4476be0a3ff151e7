namespace Interlock.Runtime.Supervision;

/// <summary>Stable codes of the supervisor; one page each in <c>docs/codes</c>.</summary>
public static class SupervisorCodes
{
    /// <summary>A command was not possible in this state.</summary>
    public const string Refused = "RT060";

    /// <summary>Motion was asked for while a fault is visible.</summary>
    public const string Blocked = "RT061";

    /// <summary>The operator asked for a stop.</summary>
    public const string OperatorStop = "RT062";

    /// <summary>The operator paused.</summary>
    public const string Paused = "RT063";

    /// <summary>A reset came before the robot had time to come to rest.</summary>
    public const string ResetTooEarly = "RT064";

    /// <summary>Operator commands found no room.</summary>
    public const string CommandsLost = "RT065";

    /// <summary>A takeover without fresh human input.</summary>
    public const string TakeOverWithoutInput = "RT066";

    /// <summary>The person in control sends nothing fresh.</summary>
    public const string HumanStale = "RT067";

    /// <summary>A required observation is too old.</summary>
    public const string ObservationStale = "RT070";

    /// <summary>The measured state is too old.</summary>
    public const string StateStale = "RT071";

    /// <summary>The measured state is frozen.</summary>
    public const string StateFrozen = "RT072";

    /// <summary>The policy's last request failed.</summary>
    public const string PolicyFailed = "RT073";

    /// <summary>The policy does not answer.</summary>
    public const string PolicyHung = "RT074";

    /// <summary>The policy is gone.</summary>
    public const string PolicyGone = "RT075";

    /// <summary>The chunk in use is too old.</summary>
    public const string PolicyLate = "RT076";

    /// <summary>There is no action for this tick.</summary>
    public const string PolicyStarved = "RT077";

    /// <summary>The robot cannot be reached.</summary>
    public const string RobotLost = "RT078";

    /// <summary>The robot does not take commands.</summary>
    public const string RobotRefusing = "RT079";

    /// <summary>The loop missed too many deadlines.</summary>
    public const string DeadlinesMissed = "RT080";

    /// <summary>The monotonic clock jumped.</summary>
    public const string ClockJumped = "RT081";

    /// <summary>Nothing can be recorded; held.</summary>
    public const string RecorderFailed = "RT082";

    /// <summary>Nothing can be recorded; goes on.</summary>
    public const string RecordingLost = "RT083";

    /// <summary>The contract changed during the run.</summary>
    public const string ContractChanged = "RT084";

    /// <summary>The statistics changed during the run.</summary>
    public const string StatisticsChanged = "RT085";

    /// <summary>The guard is latched.</summary>
    public const string GuardLatched = "RT086";

    /// <summary>The contact force is above its threshold.</summary>
    public const string Force = "RT087";

    /// <summary>The contact torque is above its threshold.</summary>
    public const string Torque = "RT088";

    /// <summary>A contact threshold is set and nothing usable is measured.</summary>
    public const string ContactUnknown = "RT089";

    /// <summary>The calibrated confidence is below its threshold.</summary>
    public const string ConfidenceLow = "RT090";

    /// <summary>A confidence without a calibration is not acted on.</summary>
    public const string ConfidenceUncalibrated = "RT091";

    /// <summary>An alarm fired; a person is asked.</summary>
    public const string AlarmRaised = "RT092";

    /// <summary>An alarm fired; noted.</summary>
    public const string AlarmNoted = "RT093";

    /// <summary>The input is unfamiliar.</summary>
    public const string UnfamiliarInput = "RT094";

    /// <summary>The guard rejected several actions on end.</summary>
    public const string GuardRejects = "RT095";

    /// <summary>Several failures without a good stretch between them.</summary>
    public const string FailuresRepeated = "RT096";

    /// <summary>The person was asked too often.</summary>
    public const string EscalationsRepeated = "RT097";

    /// <summary>A hold did not end.</summary>
    public const string HoldTooLong = "RT098";

    /// <summary>Nobody answered in time.</summary>
    public const string NobodyAnswered = "RT099";

    /// <summary>An option of the supervisor is outside its range.</summary>
    public const string Option = "RT110";
}
