namespace Interlock.Runtime.Configuration.Settings;

/// <summary>How a new chunk joins the one under way.</summary>
public enum ChunkBlending
{
    /// <summary>The new chunk takes over from its arrival on.</summary>
    Replace,

    /// <summary>From the old to the new over a number of steps.</summary>
    CrossFade,

    /// <summary>All chunks that speak of a step, weighted by age.</summary>
    TemporalEnsemble,

    /// <summary>0.3 of the old and 0.7 of the new (LeRobot).</summary>
    WeightedAverage,

    /// <summary>The new one alone (LeRobot).</summary>
    LatestOnly,

    /// <summary>Half of each (LeRobot).</summary>
    Average,

    /// <summary>0.7 of the old and 0.3 of the new (LeRobot).</summary>
    Conservative,
}
