namespace Interlock.Core.Contract;

/// <summary>How rate limits act on several channels at once.</summary>
public enum RateLimiting
{
    /// <summary>Each channel is limited on its own; the direction of motion may change.</summary>
    PerChannel,

    /// <summary>The whole motion is slowed along its own direction; deviation is the last resort.</summary>
    PathConsistent,
}
