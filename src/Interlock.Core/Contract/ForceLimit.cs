namespace Interlock.Core.Contract;

/// <summary>Limits on the measured contact force and torque.</summary>
public sealed record ForceLimit
{
    /// <summary>Largest force, in newton.</summary>
    public double? MaxForceN { get; init; }

    /// <summary>Largest torque, in newton metre.</summary>
    public double? MaxTorqueNm { get; init; }

    /// <summary>Reaction to a larger value.</summary>
    /// <value>Default: <see cref="StopReaction.Stop"/>.</value>
    public StopReaction OnExceed { get; init; } = StopReaction.Stop;
}
