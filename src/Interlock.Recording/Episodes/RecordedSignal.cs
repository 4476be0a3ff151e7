namespace Interlock.Recording.Episodes;

/// <summary>Which row of a recording stands for the action.</summary>
public enum RecordedSignal
{
    /// <summary>In contract channels and units, before the guard: what a replay guards again.</summary>
    Unnormalised,

    /// <summary>What the guard let through.</summary>
    Guarded,

    /// <summary>What was sent to the robot.</summary>
    Executed,

    /// <summary>As the policy wrote it.</summary>
    Policy,
}
