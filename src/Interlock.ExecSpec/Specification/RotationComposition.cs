namespace Interlock.ExecSpec.Specification;

/// <summary>How an offset of a rotation is joined to the rotation it is measured from, where R is the matrix of a rotation.</summary>
public enum RotationComposition
{
    /// <summary>Number by number, as openpi and LeRobot add every channel: exact for the offsets that they made by subtraction, no rotation otherwise.</summary>
    Add,

    /// <summary>The offset turns about the axes of the fixed frame: R = R_offset · R_from.</summary>
    FixedFrame,

    /// <summary>The offset turns about the axes of the moving body: R = R_from · R_offset.</summary>
    BodyFrame,
}
