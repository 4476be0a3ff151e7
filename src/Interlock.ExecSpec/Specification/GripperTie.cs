namespace Interlock.ExecSpec.Specification;

/// <summary>What a gripper value that is exactly at the threshold becomes.</summary>
public enum GripperTie
{
    /// <summary>The middle between the controller's open and closed: no motion for a controller with ±1 (sign(0) = 0).</summary>
    Hold,

    /// <summary>Open.</summary>
    Open,

    /// <summary>Closed.</summary>
    Closed,
}
