namespace Interlock.Policies.Scheduling;

/// <summary>What the loop is to do when the plan has run out. Never: going on with actions that no policy asked for.</summary>
public enum Starvation
{
    /// <summary>Repeat the last executed command.</summary>
    Hold,

    /// <summary>Come to rest along the jerk-limited stop.</summary>
    Brake,

    /// <summary>Send no command; the robot's own time-out decides.</summary>
    Nothing,
}
