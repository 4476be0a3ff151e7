using Interlock.Guard;

namespace Interlock.Runtime.Supervision;

/// <summary>What the control thread knows at one tick. The default value is a healthy tick of a loop that measures nothing.</summary>
public readonly record struct SupervisorInput
{
    /// <summary>The age of a stream that is required and has not delivered yet, ns.</summary>
    public const long NeverSeenNs = long.MaxValue;

    /// <summary>Control tick since the session began.</summary>
    public long Tick { get; init; }

    /// <summary>Monotonic time of the loop's clock, ns.</summary>
    public long NowNs { get; init; }

    /// <summary>Age of the oldest required observation stream, ns; null when none is required.</summary>
    public long? ObservationAgeNs { get; init; }

    /// <summary>Age of the robot's measured state, ns; null when the robot measures none.</summary>
    public long? StateAgeNs { get; init; }

    /// <summary>For how long the measurement has not changed while commands moved, ns; null while it changes or nothing is commanded.</summary>
    public long? StateFrozenNs { get; init; }

    /// <summary>How the policy is doing.</summary>
    public PolicyHealth Policy { get; init; }

    /// <summary>True when the scheduler has no action for this tick.</summary>
    public bool IsStarved { get; init; }

    /// <summary>Age of the observation behind the chunk in use, ms; null without a chunk.</summary>
    public double? ChunkAgeMs { get; init; }

    /// <summary>How the robot is doing.</summary>
    public RobotHealth Robot { get; init; }

    /// <summary>Measured contact force, newton, signed or not; null when not measured.</summary>
    public double? ForceN { get; init; }

    /// <summary>Measured contact torque, newton metre, signed or not; null when not measured.</summary>
    public double? TorqueNm { get; init; }

    /// <summary>True while the guard is latched.</summary>
    public bool GuardLatched { get; init; }

    /// <summary>What the guard did at the previous tick.</summary>
    public Verdict LastVerdict { get; init; }

    /// <summary>Alarms of the guard that fired at the previous tick.</summary>
    public int AlarmCount { get; init; }

    /// <summary>The first of them; null when none fired or nothing is known about it.</summary>
    public AlarmFact? Alarm { get; init; }

    /// <summary>Conformal p-value of the policy's confidence, 0 to 1, small is unusual; null when there is none.</summary>
    public double? ConfidencePValue { get; init; }

    /// <summary>True when <see cref="ConfidencePValue"/> rests on a calibration; others are noted and not acted on.</summary>
    public bool ConfidenceIsCalibrated { get; init; }

    /// <summary>True while the input lies outside what the policy was calibrated on.</summary>
    public bool UnfamiliarInput { get; init; }

    /// <summary>Control deadlines missed since the session began.</summary>
    public long MissedTicks { get; init; }

    /// <summary>True when the monotonic clock made a gap or a step back before this tick.</summary>
    public bool ClockJumped { get; init; }

    /// <summary>True while nothing can be recorded.</summary>
    public bool RecorderFailed { get; init; }

    /// <summary>True while the contract in use is not the one that was checked at the start.</summary>
    public bool ContractChanged { get; init; }

    /// <summary>True while the statistics in use are not those that were checked at the start.</summary>
    public bool StatisticsChanged { get; init; }

    /// <summary>Age of the newest action of a person, ns; null when none ever came.</summary>
    public long? HumanAgeNs { get; init; }

    /// <summary>True when task or environment say that the episode is over.</summary>
    public bool EpisodeDone { get; init; }
}
