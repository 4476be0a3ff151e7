namespace Interlock.Guard;

/// <summary>What is known at a step besides the action. Everything is optional; what is absent is not checked.</summary>
public readonly ref struct StepInput
{
    /// <summary>Measured positions, one per channel, in channel units; used on the first step and after a gap.</summary>
    public ReadOnlySpan<double> Measured { get; init; }

    /// <summary>Age of the action when it is executed, in milliseconds.</summary>
    public double? AgeMs { get; init; }

    /// <summary>Time from observation to action, in milliseconds; watched by the latency monitor.</summary>
    public double? LatencyMs { get; init; }

    /// <summary>Measured contact force, in newton.</summary>
    public double? ForceN { get; init; }

    /// <summary>Measured contact torque, in newton metre.</summary>
    public double? TorqueNm { get; init; }

    /// <summary>
    /// True when the action is not the policy's: a hold, a stop, a person. The limits hold as always; the monitors of the policy do not watch it,
    /// and begin afresh with the policy's next action.
    /// </summary>
    public bool IsNotOfPolicy { get; init; }

    /// <summary>Monotonic time of the step, in nanoseconds; used to find gaps.</summary>
    public long? TimestampNs { get; init; }
}
