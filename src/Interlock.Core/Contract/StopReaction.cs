namespace Interlock.Core.Contract;

/// <summary>What the guard does when a command cannot be used or must not be.</summary>
public enum StopReaction
{
    /// <summary>Come to rest at the last executed command and continue with the next valid action.</summary>
    Hold,

    /// <summary>Come to rest as fast as the limits allow and continue with the next valid action.</summary>
    Brake,

    /// <summary>Come to rest and stay latched until an explicit reset.</summary>
    Stop,
}
