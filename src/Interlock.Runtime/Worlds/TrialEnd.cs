namespace Interlock.Runtime.Worlds;

/// <summary>How a trial, came to its end.</summary>
public enum TrialEnd
{
    /// <summary>The policy was in charge until the task was done, failed, or out of time.</summary>
    Over,

    /// <summary>The robot was being held.</summary>
    Held,

    /// <summary>The robot was being held and a person had been asked.</summary>
    Asked,

    /// <summary>A protective stop was latched.</summary>
    Stopped,
}
