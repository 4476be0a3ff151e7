namespace Interlock.Core.Contract;

/// <summary>What the guard does when a command cannot be used or must not be.</summary>
public enum StopReaction
{
    /// <summary>Come to rest as the limits allow; the next valid action is used at once.</summary>
    Hold,

    /// <summary>Come to rest completely, and only then continue with the next valid action.</summary>
    Brake,

    /// <summary>Come to rest and stay latched until an explicit reset.</summary>
    Stop,
}
