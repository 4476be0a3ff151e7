namespace Interlock.Runtime.Supervision;

/// <summary>How the policy is doing, as the policy thread sees it.</summary>
public enum PolicyHealth
{
    /// <summary>Waits for an observation.</summary>
    Ready,

    /// <summary>Computes, within its time.</summary>
    Busy,

    /// <summary>The last request failed.</summary>
    Failed,

    /// <summary>The present request has taken longer than its time-out.</summary>
    Hung,

    /// <summary>The policy's process or connection is gone.</summary>
    Gone,
}
