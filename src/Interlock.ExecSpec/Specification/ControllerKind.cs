namespace Interlock.ExecSpec.Specification;

/// <summary>What kind of controller takes the command.</summary>
public enum ControllerKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>Operational-space control of the end-effector pose.</summary>
    OscPose,

    /// <summary>Joint positions.</summary>
    JointPosition,

    /// <summary>Joint velocities.</summary>
    JointVelocity,
}
