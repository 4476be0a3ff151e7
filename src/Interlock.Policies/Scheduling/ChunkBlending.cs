namespace Interlock.Policies.Scheduling;

/// <summary>
/// What happens where a new chunk and the plan speak of the same policy step. Unless said otherwise, the part of the older plan that
/// reaches beyond the new chunk is discarded, as LeRobot's client does.
/// </summary>
public enum ChunkBlending
{
    /// <summary>The new chunk alone.</summary>
    Replace,

    /// <summary>From the plan to the new chunk over <see cref="ChunkScheduleOptions.CrossFadeSteps"/>, then the new chunk alone.</summary>
    CrossFade,

    /// <summary>ACT: all predictions for a step, weighted exp(−m·i) with the oldest at i = 0. Keeps the older tail.</summary>
    TemporalEnsemble,

    /// <summary>LeRobot <c>weighted_average</c>: 0.3·old + 0.7·new.</summary>
    WeightedAverage,

    /// <summary>LeRobot <c>latest_only</c>: the new chunk alone.</summary>
    LatestOnly,

    /// <summary>LeRobot <c>average</c>: 0.5·old + 0.5·new.</summary>
    Average,

    /// <summary>LeRobot <c>conservative</c>: 0.7·old + 0.3·new.</summary>
    Conservative,
}
