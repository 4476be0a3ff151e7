namespace Interlock.Guard.Monitors.Profiles;

/// <summary>How much weight a monitor's word has for a policy family.</summary>
public enum MonitorRole
{
    /// <summary>Computed and recorded; nothing is known for or against it.</summary>
    Recorded,

    /// <summary>Alarms are raised on it.</summary>
    Primary,

    /// <summary>Supports a primary monitor.</summary>
    Secondary,

    /// <summary>Computed and recorded, but never a reason for an alarm.</summary>
    Muted,
}
