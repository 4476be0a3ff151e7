using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Supervision;

/// <summary>Limits and choices of the supervisor. Every limit is exclusive: a value equal to it is still good.</summary>
public sealed record SupervisorOptions
{
    /// <summary>Oldest required observation, ms, above 0.</summary>
    /// <value>Default: 200.</value>
    public double ObservationAgeLimitMs { get; init; } = 200;

    /// <summary>Oldest measured state, ms, above 0.</summary>
    /// <value>Default: 100.</value>
    public double StateAgeLimitMs { get; init; } = 100;

    /// <summary>Longest time without a change of the measured state while commands move, ms, above 0.</summary>
    /// <value>Default: 300.</value>
    public double StateFrozenLimitMs { get; init; } = 300;

    /// <summary>Oldest observation behind the chunk in use, ms, above 0; null leaves it to the scheduler.</summary>
    public double? ChunkAgeLimitMs { get; init; }

    /// <summary>Contact force that leads to a protective stop, newton, above 0; null for none.</summary>
    public double? ForceLimitN { get; init; }

    /// <summary>Contact torque that leads to a protective stop, newton metre, above 0; null for none.</summary>
    public double? TorqueLimitNm { get; init; }

    /// <summary>Ticks on end above a contact threshold before it counts, 1 to 1000.</summary>
    /// <value>Default: 2, because one sample may be an outlier.</value>
    public int ContactTicks { get; init; } = 2;

    /// <summary>Actions on end that the guard may reject, 1 to 100,000.</summary>
    /// <value>Default: 5.</value>
    public int GuardRejectLimit { get; init; } = 5;

    /// <summary>Deadlines that may be missed in the window, 0 to 100,000.</summary>
    /// <value>Default: 10.</value>
    public int MissedTickLimit { get; init; } = 10;

    /// <summary>The window in which missed deadlines count, ticks, 1 to 100,000.</summary>
    /// <value>Default: 1000.</value>
    public int MissedTickWindow { get; init; } = 1000;

    /// <summary>Longest time between two ticks, ms, above 0; null leaves it to the loop, which reports a jump of its clock itself.</summary>
    /// <value>Default: 1000.</value>
    public double? TickGapLimitMs { get; init; } = 1000;

    /// <summary>What a broken recorder means.</summary>
    /// <value>Default: <see cref="RecorderLoss.Hold"/>.</value>
    public RecorderLoss OnRecorderLoss { get; init; } = RecorderLoss.Hold;

    /// <summary>What an alarm of the guard means.</summary>
    /// <value>Default: <see cref="AlarmReaction.Ask"/>.</value>
    public AlarmReaction OnAlarm { get; init; } = AlarmReaction.Ask;

    /// <summary>A calibrated p-value below this asks a person: the share of good steps on which that happens, 0 to below 1; 0 never asks.</summary>
    /// <value>Default: 0.01.</value>
    public double ConfidenceThreshold { get; init; } = 0.01;

    /// <summary>For how long an answer silences the question that it answered, ms, 0 or more.</summary>
    /// <value>Default: 2000.</value>
    public double AnswerValidMs { get; init; } = 2000;

    /// <summary>True lets a hold end by itself when each of its causes was transient.</summary>
    /// <value>Default: true.</value>
    public bool ResumeAfterTransient { get; init; } = true;

    /// <summary>Good ticks on end before a hold or a degraded stretch ends by itself, 1 to 1,000,000.</summary>
    /// <value>Default: 20.</value>
    public int RecoverAfterTicks { get; init; } = 20;

    /// <summary>Good ticks on end in motion after which earlier failures no longer count, 1 to 10,000,000.</summary>
    /// <value>Default: 500.</value>
    public int ForgetAfterTicks { get; init; } = 500;

    /// <summary>Failures that may follow each other without a good stretch; one more asks a person. 0 to 1000.</summary>
    /// <value>Default: 3.</value>
    public int FailureLimit { get; init; } = 3;

    /// <summary>Times a person may be asked because of repeated failures without a good stretch; one more is a stop. 0 to 1000.</summary>
    /// <value>Default: 2.</value>
    public int EscalationLimit { get; init; } = 2;

    /// <summary>Longest hold for a fault before a person is asked, s, above 0; null for none.</summary>
    /// <value>Default: 10.</value>
    public double? HoldLimitS { get; init; } = 10;

    /// <summary>Longest wait for an answer before a protective stop, s, above 0; null waits for ever.</summary>
    /// <value>Default: 300.</value>
    public double? AnswerLimitS { get; init; } = 300;

    /// <summary>Factor on velocity limits while degraded, above 0 and at most 1.</summary>
    /// <value>Default: 0.5.</value>
    public double DegradedLimitScale { get; init; } = 0.5;

    /// <summary>True when a fallback policy takes over while degraded.</summary>
    public bool HasFallbackPolicy { get; init; }

    /// <summary>Oldest action of a person in control, ms, above 0.</summary>
    /// <value>Default: 150.</value>
    public double HumanAgeLimitMs { get; init; } = 150;

    /// <summary>Time after a stop in which a reset is refused, so that the robot comes to rest first, ms, 1 or more.</summary>
    /// <value>Default: 1000.</value>
    public double StopSettleMs { get; init; } = 1000;

    /// <summary>Events that are kept, 16 to 1,000,000; older ones are overwritten.</summary>
    /// <value>Default: 1024.</value>
    public int EventCapacity { get; init; } = 1024;

    /// <summary>Adds an RT110 for every value outside its range.</summary>
    /// <param name="findings">Where findings go.</param>
    /// <param name="place">Where the options were written; null when they were not.</param>
    public void Validate(DiagnosticCollector findings, SourcePlace? place = null) => SupervisorOptionsCheck.Check(this, findings, place);
}
