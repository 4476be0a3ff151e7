namespace Interlock.Runtime.Outcomes;

/// <summary>Where time goes between an observation and the robot.</summary>
public enum LatencyStage
{
    /// <summary>The policy's inference.</summary>
    Policy,

    /// <summary>From normalised numbers to contract channels.</summary>
    Decode,

    /// <summary>The guard step.</summary>
    Guard,

    /// <summary>Reading and commanding the robot.</summary>
    Robot,

    /// <summary>The whole control tick.</summary>
    Whole,
}
