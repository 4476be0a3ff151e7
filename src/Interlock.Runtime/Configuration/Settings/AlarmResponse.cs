namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What an alarm of the guard means.</summary>
public enum AlarmResponse
{
    /// <summary>The robot is held and a person is asked.</summary>
    Ask,

    /// <summary>The run goes on, with a finding.</summary>
    Note,
}
