namespace Interlock.Guard;

/// <summary>What the guard did with an action.</summary>
public enum Verdict
{
    /// <summary>Passed unchanged.</summary>
    Pass,

    /// <summary>Changed to keep the limits.</summary>
    Clip,

    /// <summary>Not used; the robot comes to rest and waits for the next valid action.</summary>
    Hold,

    /// <summary>Not used; the guard is latched until it is reset on purpose.</summary>
    Stop,
}
