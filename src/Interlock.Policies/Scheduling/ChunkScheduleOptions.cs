namespace Interlock.Policies.Scheduling;

/// <summary>When a policy is asked and how its answers become one motion.</summary>
public sealed record ChunkScheduleOptions
{
    /// <summary>Rows of a chunk per second of motion, Hz; above zero.</summary>
    public required double PolicyRateHz { get; init; }

    /// <summary>Commands per second, Hz; above zero.</summary>
    public required double ControlRateHz { get; init; }

    /// <summary>Where a new chunk meets the plan.</summary>
    /// <value>Default: <see cref="ChunkBlending.Replace"/>.</value>
    public ChunkBlending Blending { get; init; }

    /// <summary>Recycling: ask again this many executed policy steps after the observation in use, 1 or more; null to ask by <see cref="QueueThreshold"/>.</summary>
    public int? RecomputeEverySteps { get; init; }

    /// <summary>Ask when this share of the longest chunk so far, or less, is left; [0, 1]. LeRobot <c>chunk_size_threshold</c>.</summary>
    /// <value>Default: 0.5, as LeRobot.</value>
    public double QueueThreshold { get; init; } = 0.5;

    /// <summary>Length of a cross-fade, policy steps, 0 and up; shorter where less of the plan is left.</summary>
    /// <value>Default: 4.</value>
    public int CrossFadeSteps { get; init; } = 4;

    /// <summary>m of the temporal ensemble's weights exp(−m·i); negative favours the newest prediction.</summary>
    /// <value>Default: 0.01, as ACT.</value>
    public double EnsembleDecayPerStep { get; init; } = 0.01;

    /// <summary>Between the rows.</summary>
    /// <value>Default: <see cref="ChunkInterpolation.Linear"/>.</value>
    public ChunkInterpolation Interpolation { get; init; }

    /// <summary>When the plan has run out.</summary>
    /// <value>Default: <see cref="Starvation.Hold"/>.</value>
    public Starvation OnStarvation { get; init; }

    /// <summary>Most policy steps that may have been executed since a chunk's observation, 0 and up; null for as many as the chunk has rows.</summary>
    public int? MaxStaleSteps { get; init; }

    /// <summary>Policy steps per control tick at full pace.</summary>
    public double NominalStepsPerTick => PolicyRateHz / ControlRateHz;
}
