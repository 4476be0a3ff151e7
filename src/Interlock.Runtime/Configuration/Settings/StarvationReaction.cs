namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What happens when the chunk is used up and no other has come.</summary>
public enum StarvationReaction
{
    /// <summary>Stay at the last command.</summary>
    Hold,

    /// <summary>Come to rest within the limits on acceleration and jerk.</summary>
    Brake,

    /// <summary>Send no command.</summary>
    Nothing,
}
