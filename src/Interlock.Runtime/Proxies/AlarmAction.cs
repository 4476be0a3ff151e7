namespace Interlock.Runtime.Proxies;

/// <summary>What an alarm of the guard's monitors does.</summary>
public enum AlarmAction
{
    /// <summary>It is told and recorded.</summary>
    Tell,

    /// <summary>The next reply is not used: its rows let the robot come to rest. The one after it is guarded as usual.</summary>
    Hold,

    /// <summary>A stop that stays.</summary>
    Stop,
}
