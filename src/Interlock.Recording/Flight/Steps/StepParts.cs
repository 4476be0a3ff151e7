namespace Interlock.Recording.Flight.Steps;

/// <summary>Which rows of a step have a value; the others are left out of the recording.</summary>
[Flags]
public enum StepParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The action as the policy wrote it.</summary>
    Policy = 1,

    /// <summary>The action in contract channels and units, before the guard.</summary>
    Unnormalised = 2,

    /// <summary>What the guard let through.</summary>
    Guarded = 4,

    /// <summary>What was sent to the robot.</summary>
    Executed = 8,

    /// <summary>What the robot measured.</summary>
    State = 16,

    /// <summary>Values of the monitors.</summary>
    Monitors = 32,

    /// <summary>All of them.</summary>
    All = 63,
}
