namespace Interlock.Simulation.Table;

/// <summary>How finely the world is computed and how imperfect its devices are.</summary>
public sealed record ArmWorldOptions
{
    /// <summary>Control rate, in hertz.</summary>
    /// <value>Default: 30, the usual rate of recorded demonstrations. Above 0.</value>
    public double RateHz { get; init; } = 30;

    /// <summary>Physics steps per control step.</summary>
    /// <value>Default: 20, so that a sub-step of 1.7 ms is far below the fastest time constant. At least 1.</value>
    public int SubSteps { get; init; } = 20;

    /// <summary>Delay from command to motor, in seconds, rounded to whole sub-steps.</summary>
    /// <value>Default: 0.01. From 0 to one control period.</value>
    public double CommandLatencyS { get; init; } = 0.01;

    /// <summary>Standard deviation of a measured joint angle, in radians.</summary>
    /// <value>Default: 0.0005, one count of a 12-bit encoder, roughly.</value>
    public double JointNoiseRad { get; init; } = 0.0005;

    /// <summary>Standard deviation of the measured gripper opening, in metres.</summary>
    /// <value>Default: 0.0001.</value>
    public double GripperNoiseM { get; init; } = 0.0001;

    internal double PhysicsStepS => 1 / (RateHz * SubSteps);

    internal int LatencySubSteps => Math.Clamp((int)Math.Round(CommandLatencyS / PhysicsStepS), 0, SubSteps - 1);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RateHz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(SubSteps);
        ArgumentOutOfRangeException.ThrowIfNegative(CommandLatencyS);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(CommandLatencyS, 1 / RateHz);
        ArgumentOutOfRangeException.ThrowIfNegative(JointNoiseRad);
        ArgumentOutOfRangeException.ThrowIfNegative(GripperNoiseM);
    }
}
