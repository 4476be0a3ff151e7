namespace Interlock.Runtime.Supervision;

/// <summary>What the loop does about the robot in this tick, gentlest first.</summary>
public enum Motion
{
    /// <summary>Nothing is sent.</summary>
    None,

    /// <summary>The policy's action, through the guard.</summary>
    Release,

    /// <summary>The person's action, through the guard.</summary>
    Human,

    /// <summary>Come to rest as the limits allow, and stay.</summary>
    Hold,

    /// <summary>Come to rest along the present path, completely.</summary>
    Brake,

    /// <summary>Come to rest, and stay latched.</summary>
    ProtectiveStop,
}
