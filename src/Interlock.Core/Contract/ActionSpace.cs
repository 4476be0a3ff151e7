namespace Interlock.Core.Contract;

/// <summary>What quantity an action commands.</summary>
public enum ActionSpace
{
    /// <summary>Nothing is assumed about the quantity (pixels, abstract units); treated as a position.</summary>
    Other,

    /// <summary>Joint positions.</summary>
    JointPosition,

    /// <summary>Joint velocities, in channel units per second.</summary>
    JointVelocity,

    /// <summary>End-effector pose.</summary>
    EePose,

    /// <summary>End-effector displacement for one control step.</summary>
    EeDelta,
}
