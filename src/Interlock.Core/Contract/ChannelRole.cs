namespace Interlock.Core.Contract;

/// <summary>What a channel moves, which decides how it is guarded and monitored.</summary>
public enum ChannelRole
{
    /// <summary>A revolute or prismatic joint.</summary>
    Joint,

    /// <summary>A gripper opening: two-valued in practice, never slowed together with the arm.</summary>
    Gripper,

    /// <summary>A Cartesian coordinate.</summary>
    Position,

    /// <summary>A component of an orientation.</summary>
    Orientation,

    /// <summary>Anything else; guarded by its limits only.</summary>
    Other,
}
