namespace Interlock.Runtime.Supervision;

/// <summary>What an alarm of the guard means for the robot.</summary>
public enum AlarmReaction
{
    /// <summary>Hold and ask a person.</summary>
    Ask,

    /// <summary>Go on, with a finding.</summary>
    Note,
}
