using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>When the supervisor acts.</summary>
public sealed record SupervisorSettings
{
    /// <summary>Largest age of an observation. 1 to 3600000 ms. Default: 200.</summary>
    [ConfigKey("Largest age of an observation.", Unit = "ms", Min = 1, Max = 3600000)]
    public double ObservationMaxAgeMs { get; init; } = 200;

    /// <summary>Longest time without a change of the measured state while commands move. 1 to 3600000 ms. Default: 300.</summary>
    [ConfigKey("Longest time without a change of the measured state while commands move.", Unit = "ms", Min = 1, Max = 3600000)]
    public double StateFrozenMs { get; init; } = 300;

    /// <summary>Largest age of the observation behind the chunk in use. 1 to 3600000 ms. Default: left to the schedule.</summary>
    [ConfigKey("Largest age of the observation behind the chunk in use.", Unit = "ms", Min = 1, Max = 3600000, DefaultText = "left to the schedule")]
    public double? ChunkMaxAgeMs { get; init; }

    /// <summary>Time without an answer that counts as a failure of the policy. 1 to 3600000 ms. Default: 2000.</summary>
    [ConfigKey("Time without an answer that counts as a failure of the policy.", Unit = "ms", Min = 1, Max = 3600000)]
    public double PolicyTimeoutMs { get; init; } = 2000;

    /// <summary>Time without an answer after which the policy counts as hung. 1 to 3600000 ms. Default: 5000.</summary>
    [ConfigKey("Time without an answer after which the policy counts as hung.", Unit = "ms", Min = 1, Max = 3600000)]
    public double HungAfterMs { get; init; } = 5000;

    /// <summary>Failures that may follow each other without a good stretch; one more asks a person. 0 to 1000. Default: 3.</summary>
    [ConfigKey("Failures that may follow each other without a good stretch; one more asks a person.", Min = 0, Max = 1000)]
    public int ConsecutiveFailures { get; init; } = 3;

    /// <summary>Times a person may be asked because of repeated failures without a good stretch; one more is a stop. 0 to 1000. Default: 2.</summary>
    [ConfigKey("Times a person may be asked because of repeated failures without a good stretch; one more is a stop.", Min = 0, Max = 1000)]
    public int Escalations { get; init; } = 2;

    /// <summary>Actions in a row that the guard may reject. 1 to 100000. Default: 5.</summary>
    [ConfigKey("Actions in a row that the guard may reject.", Min = 1, Max = 100000)]
    public int GuardRejects { get; init; } = 5;

    /// <summary>What an alarm of the guard means. Default: ask.</summary>
    [ConfigKey("What an alarm of the guard means.")]
    public AlarmResponse OnAlarm { get; init; }

    /// <summary>Control periods in a row above a limit on force or torque before it counts. 1 to 1000 periods. Default: 2.</summary>
    [ConfigKey("Control periods in a row above a limit on force or torque before it counts.", Unit = "periods", Min = 1, Max = 1000)]
    public int ContactTicks { get; init; } = 2;

    /// <summary>Factor on velocity limits while degraded. 0.01 to 1. Default: 0.5.</summary>
    [ConfigKey("Factor on velocity limits while degraded.", Min = 0.01, Max = 1)]
    public double DegradedLimitScale { get; init; } = 0.5;

    /// <summary>Good time after which a hold or a degraded stretch may end by itself. 0.001 to 3600 s. Default: 1.</summary>
    [ConfigKey("Good time after which a hold or a degraded stretch may end by itself.", Unit = "s", Min = 0.001, Max = 3600)]
    public double RecoverAfterS { get; init; } = 1;

    /// <summary>Let a hold end by itself when each of its causes was transient. Default: false.</summary>
    [ConfigKey("Let a hold end by itself when each of its causes was transient.")]
    public bool AutoResume { get; init; }

    /// <summary>Longest hold for a fault before a person is asked. 0.001 to 86400 s. Default: 10.</summary>
    [ConfigKey("Longest hold for a fault before a person is asked.", Unit = "s", Min = 0.001, Max = 86400)]
    public double HoldLimitS { get; init; } = 10;

    /// <summary>Longest wait for an answer of a person before a protective stop. 0.001 to 86400 s. Default: 300.</summary>
    [ConfigKey("Longest wait for an answer of a person before a protective stop.", Unit = "s", Min = 0.001, Max = 86400)]
    public double AnswerLimitS { get; init; } = 300;

    /// <summary>Largest age of an action of a person in control. 1 to 3600000 ms. Default: 150.</summary>
    [ConfigKey("Largest age of an action of a person in control.", Unit = "ms", Min = 1, Max = 3600000)]
    public double HumanMaxAgeMs { get; init; } = 150;

    /// <summary>Time after a stop in which a reset is refused, so that the robot comes to rest first. 1 to 3600000 ms. Default: 1000.</summary>
    [ConfigKey("Time after a stop in which a reset is refused, so that the robot comes to rest first.", Unit = "ms", Min = 1, Max = 3600000)]
    public double StopSettleMs { get; init; } = 1000;

    /// <summary>What happens when nothing can be recorded any more. Default: hold.</summary>
    [ConfigKey("What happens when nothing can be recorded any more.")]
    public RecorderFailureReaction OnRecorderFailure { get; init; }

    /// <summary>Arm and start without a person; simulated robots only. Default: false.</summary>
    [ConfigKey("Arm and start without a person; simulated robots only.")]
    public bool AutoStart { get; init; }
}
