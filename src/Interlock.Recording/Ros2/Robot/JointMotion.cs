namespace Interlock.Recording.Ros2.Robot;

/// <summary>How a joint of a URDF moves.</summary>
internal enum JointMotion
{
    /// <summary>Not, or in a way that one number does not tell (floating, planar).</summary>
    None,

    /// <summary>About its axis: revolute, continuous.</summary>
    Turns,

    /// <summary>Along its axis: prismatic.</summary>
    Slides,
}
